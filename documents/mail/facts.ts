/** What a mail is made of: plain facts, gathered by whoever sends it. */
import type { AccountLinkKind } from '../../core/people/account-link.ts';
import type { Locale } from '../../core/locale.ts';
import type { Light } from '../../core/item/light.ts';
import type { MailLineKind } from '../../core/item/mail.ts';
import type { Party, WantedAct } from '../../core/item/turn.ts';
import type { Addressee } from '../../core/rules/policy.ts';
import type { Instant, LocalDate } from '../../core/time.ts';

/** What every mail needs besides its matter. */
export interface MailFrame {
  readonly locale: Locale;
  readonly recipient: string;
  /** In which functions the recipient is addressed: why this mail. */
  readonly addressedAs: readonly Addressee[];
  readonly unit: string | null;
  readonly asOf: Instant;
  /** The address of the web page, without a slash at the end. */
  readonly webUrl: string;
  /** The office that sends. */
  readonly organ: string;
  /** A telephone number or whatever else reaches a person. */
  readonly contact: string | null;
  /** Under which the mail is found in the mail log. */
  readonly mailNumber: string;
  /** How the ledger stood when it was last anchored; null before the first time. Whoever keeps the mail keeps it. */
  readonly ledgerCode: string | null;
}

/** The absent person in whose place the recipient is told. */
export interface InPlaceOf {
  readonly id: string;
  readonly name: string;
}

export interface DigestRow {
  readonly itemId: string;
  readonly inPlaceOf: InPlaceOf | null;
  readonly number: string;
  readonly title: string;
  readonly light: Light;
  /** What the recipient is asked for; null when somebody else is. */
  readonly duty: WantedAct | null;
  readonly waitingOn: Party | null;
  /** By when the act is wanted of whoever is waited for. */
  readonly actBy: LocalDate | null;
  /** Negative when overdue. */
  readonly actWorkingDaysLeft: number | null;
  /** Years the date rests on that nobody has published. */
  readonly actUnpublishedYears: readonly string[];
  /** The date of the item as a whole. */
  readonly dueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
  readonly unpublishedYears: readonly string[];
}

export interface DigestChange {
  readonly itemId: string;
  readonly inPlaceOf: InPlaceOf | null;
  readonly number: string;
  readonly title: string;
  readonly kind: MailLineKind;
  readonly by: string | null;
  readonly reason: string | null;
  /** The date that the change set: extended until, to be completed by, next checkpoint. */
  readonly date: LocalDate | null;
}

export interface DigestFacts extends MailFrame {
  readonly rows: readonly DigestRow[];
  readonly changes: readonly DigestChange[];
  readonly nextReminderOn: LocalDate | null;
}

/** A link by which a person chooses a password. */
export interface LinkFacts extends MailFrame {
  readonly kind: AccountLinkKind;
  /** With which they sign in afterwards. */
  readonly email: string;
  readonly token: string;
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface RenderedMail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
