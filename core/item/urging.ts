/**
 * Urging by hand 催办: whoever's turn it is hears at once that they are waited for. Once a day for an item, whoever presses: it is
 * the one who is urged who must not be drowned, by one person or by several.
 */
import type { Item } from './item.ts';
import type { Refusal } from './refusal.ts';
import { addresseeOf, turnOf, type WantedAct } from './turn.ts';
import type { Addressee } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import { instant, millis, type Instant } from '../time.ts';

const urgeCoolDownHours = 24;

/** Who would be urged, and to what; null while only a date is waited for. */
export function urgedNow(item: Item, rules: Rules): { readonly to: Addressee; readonly act: WantedAct } | null {
  const turn = turnOf(item, rules);
  if (turn === null || turn.act === null) return null;
  const to = addresseeOf[turn.party];
  return to === null ? null : { to, act: turn.act };
}

export function refuseUrging(item: Item, rules: Rules, now: Instant): Refusal | null {
  if (urgedNow(item, rules) === null) return { code: 'nobodyToUrge' };
  if (item.urgedAt === null) return null;
  const again = instant(millis(item.urgedAt) + urgeCoolDownHours * 3_600_000);
  return now < again ? { code: 'urgedLately', at: item.urgedAt, again } : null;
}
