/** Numbers that do not follow each other: a finding may have been lost on the way here. */
import type { NoticeWarning } from '../../../core/round/notice.ts';
import type { Section } from './outline.ts';

/**
 * Warnings for siblings of one style whose values do not go up by one or begin again; below them only in sections
 * that `isRead` names.
 */
export function numberWarnings(
  sections: readonly Section[],
  isRead: (section: Section) => boolean = () => true,
): NoticeWarning[] {
  const warnings: NoticeWarning[] = [];
  let previous: Section | undefined;
  for (const section of sections) {
    const before = previous?.mark;
    const { mark } = section;
    if (before && mark && before.style === mark.style && mark.value !== before.value + 1 && mark.value !== 1) {
      warnings.push({ code: 'numberSkipped', after: before.number, found: mark.number });
    }
    if (mark !== null) previous = section;
    if (isRead(section)) warnings.push(...numberWarnings(section.children));
  }
  return warnings;
}
