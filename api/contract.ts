/**
 * The HTTP API's door: every body that goes in or comes out, as a schema and as a plain JSON type.
 *
 * The server validates with the schemas and prints the OpenAPI document from them; the web imports only the types.
 *
 *     GET    /api/installation                              Installation
 *     POST   /api/sample                    InstallSample → RoundDetail
 *     GET    /api/session                                   OwnPerson, or 401
 *     POST   /api/session                          SignIn → OwnPerson
 *     DELETE /api/session                                   204, or 200 SignedOut for signing out at the provider, too
 *     GET    /api/session/openid                            OwnOpenid
 *     POST   /api/session/openid                            BegunOpenid, for the browser to go to
 *     POST   /api/session/openid/callback   OpenidAnswer → OwnPerson
 *     POST   /api/session/openid/code          GivenCode → OwnPerson
 *     POST   /api/session/openid/logout     LogoutToken → 204, from the provider, as a form
 *     GET    /api/openid-links                              OpenidLink[]
 *     PUT    /api/people/{personId}/openid                  204
 *     DELETE /api/people/{personId}/openid                  204
 *     POST   /api/session/password           OwnPassword → 204
 *     GET    /api/session/second-factor                     OwnSecondFactor
 *     POST   /api/session/second-factor   ProvenPassword → 201 BegunSecondFactor
 *     POST   /api/session/second-factor/confirm GivenCode → RecoveryCodes
 *     POST   /api/session/second-factor/end EndSecondFactor → 204
 *     GET    /api/second-factors                            SecondFactors
 *     PUT    /api/second-factors                  Demand → 204
 *     DELETE /api/people/{personId}/second-factor           204, for whoever lost it
 *     POST   /api/set-up                           SetUp → 201 Person, while there is nobody
 *     POST   /api/password-resets               AskReset → 202, whoever asked
 *     POST   /api/account-links/read           LinkToken → AccountLink
 *     POST   /api/account-links/use       ChosenPassword → 204
 *     GET    /api/sessions                                  OwnSession[]
 *     DELETE /api/sessions                                  204, all but the present one
 *     GET    /api/rounds?RoundQuery                         RoundPage
 *     POST   /api/rounds/preview             PreviewRound → RoundPreview
 *     POST   /api/rounds/preview-file        one multipart file → FilePreview
 *     GET    /api/rounds/template                           the template of items and measures, as attachment
 *     POST   /api/rounds/from-template/preview one multipart file → FormReport
 *     POST   /api/rounds/from-template       one multipart file → 201 FormRound
 *     GET    /api/rounds/{roundId}/progress?unit={unit}     the sheet on which a unit reports, as attachment
 *     POST   /api/rounds/{roundId}/progress/preview         one multipart file → FormReport
 *     POST   /api/rounds/{roundId}/progress  one multipart file → FormProgress
 *     POST   /api/rounds                      ImportRound → 201 RoundDetail
 *     GET    /api/rounds/{roundId}                          RoundDetail
 *     GET    /api/rounds/{roundId}/source                   the document as it came, text/plain
 *     GET    /api/rounds/{roundId}/sheets/{sheet}?on={date} a list or ledger, as attachment
 *     GET    /api/rounds/{roundId}/bulletin?form={form}&audience={audience}&on={date}  the progress notice, as attachment
 *     GET    /api/rounds/{roundId}/bulletin/draft?on={date}     BulletinDrafting
 *     GET    /api/rounds/{roundId}/bulletin/preview?audience={audience}&on={date}   BulletinPreview
 *     PUT    /api/rounds/{roundId}/bulletin/entries/{itemId}    BulletinEntry → 204
 *     POST   /api/rounds/{roundId}/bulletin/entries/{itemId}/approve   BulletinApproval → 204
 *     PUT    /api/rounds/{roundId}/bulletin/frame               BulletinFrame → 204
 *     GET    /api/rounds/{roundId}/as-of?date={date}        AsOf
 *     GET    /api/rounds/{roundId}/bundle                   evidence bundle, a ZIP
 *     PATCH  /api/rounds/{roundId}          RoundSettings → RoundDetail
 *     POST   /api/rounds/{roundId}/discard   DiscardRound → 204
 *     POST   /api/rounds/{roundId}/assignments Assignments → RoundDetail
 *     POST   /api/rounds/{roundId}/launch                   202 RoundDetail
 *     POST   /api/rounds/{roundId}/rehearsal  RehearsalAsked → 202 RehearsalShown
 *     GET    /api/rounds/{roundId}/rehearsal                RehearsalOnDesk
 *     DELETE /api/rounds/{roundId}/rehearsal                204, broken off
 *     GET    /api/calendars                                 CalendarVersion[]
 *     POST   /api/calendars/read                  YearToAdd → ReadCalendarYear
 *     POST   /api/calendars                       YearToAdd → 201 CalendarVersion
 *     POST   /api/rules/preview                 RulesChange → RulesPreview
 *     POST   /api/rules/apply                  RulesToApply → RulesApplied
 *     GET    /api/items?ItemQuery                           ItemPage
 *     GET    /api/items/{itemId}                            ItemDetail
 *     GET    /api/items/{itemId}/rules                     ItemRules
 *     GET    /api/items/{itemId}/explanation                ItemExplanation
 *     GET    /api/items/{itemId}/review-file                all of one item, as attachment
 *     GET    /api/items/{itemId}/bundle                     evidence bundle, a ZIP
 *     GET    /api/items/{itemId}/letters/{seq}              a letter that has left, as attachment
 *     POST   /api/items/{itemId}/acts/{act-in-kebab-case} actBodies[act] → ActAnswer
 *     POST   /api/items/{itemId}/evidence-files one multipart file → 201 EvidenceFile
 *     GET    /api/evidence/{evidenceId}?item={itemId}       the file, as attachment
 *     GET    /api/absences                                 ListedAbsence[]
 *     POST   /api/absences                  NewAbsence → 201 Absence
 *     POST   /api/absences/{absenceId}/end                  Absence
 *     GET    /api/people                                    ListedPerson[]
 *     POST   /api/people                        NewPerson → 201 Person
 *     GET    /api/people/template                           the template of people and units, as attachment
 *     POST   /api/people/import/preview      one multipart file → FormReport
 *     POST   /api/people/import              one multipart file → FormReport
 *     PATCH  /api/people/{personId}          PersonChange → Person
 *     POST   /api/people/{personId}/password NewPassword → 204
 *     POST   /api/people/{personId}/invitation              202
 *     GET    /api/people/{personId}/holdings                Holdings
 *     POST   /api/people/{personId}/hand-over/preview HandOverAll → HandedOver
 *     POST   /api/people/{personId}/hand-over    HandOverAll → HandedOver
 *     POST   /api/people/{personId}/leave                   Person
 *     POST   /api/people/{personId}/come-back               Person
 *     GET    /api/security-events?before={id}               SecurityEventPage
 *     GET    /api/units                                     Unit[]
 *     POST   /api/units                           NewUnit → 201 Unit
 *     PATCH  /api/units/{unitId}               UnitChange → Unit
 *     GET    /api/mails?before={id}&mayHaveDoubled=true      MailPage
 *     POST   /api/mails/send-now                            202 MailsHurried
 *     POST   /api/mails/{mailId}/send-again                 202 MailsAgain
 *     POST   /api/people/{personId}/send-mails-again        202 MailsAgain
 *     GET    /api/faults                                  FaultList
 *     POST   /api/faults/examine                          Reconciled
 *     GET    /api/lost-acts                                 LostAct[]
 *     POST   /api/lost-acts/recover          RecoverLost → Recovered
 */
import { z } from 'zod';
import { mailTrouble } from './contract-items.ts';
import { actBodies } from '../client/items/act-bodies.ts';
import {
  askReset,
  chosenPassword,
  endSecondFactor,
  givenCode,
  linkToken,
  newPassword,
  newPerson,
  newUnit,
  ownPassword,
  personChange,
  provenPassword,
  setUp,
  unitChange,
} from '../client/people/people-bodies.ts';
import { id, instant } from '../client/primitives.ts';
import { assignments, discardRound, importRound, previewRound, roundSettings } from '../client/rounds/round-bodies.ts';
import type { Assignments, DiscardRound, ImportRound } from '../client/rounds/round-bodies.ts';
import { person } from './contract-account.ts';
import { securityEventKinds } from '../core/people/security-event.ts';

export {
  accountLink,
  begunOpenid,
  begunSecondFactor,
  demand,
  installation,
  installSample,
  logoutToken,
  openidAnswer,
  openidLink,
  ownOpenid,
  ownPerson,
  ownSecondFactor,
  ownSession,
  person,
  personParams,
  recoveryCodes,
  secondFactors,
  signedOut,
  signIn,
} from './contract-account.ts';
export type {
  AccountLink,
  BegunOpenid,
  BegunSecondFactor,
  Demand,
  Installation,
  OpenidAnswer,
  OpenidLink,
  OwnOpenid,
  OwnPerson,
  OwnSecondFactor,
  OwnSession,
  Person,
  RecoveryCodes,
  SecondFactors,
  SignedOut,
  SignIn,
} from './contract-account.ts';
export { absence, inPlaceOf, itemRules, listedAbsence, newAbsence } from './contract-absences.ts';
export type { Absence, ItemRules, ListedAbsence, NewAbsence } from './contract-absences.ts';
export { handedOver, handOverAll, holdings } from './contract-people.ts';
export type { HandedOver, HandOverAll, Holdings } from './contract-people.ts';
export { faultList, lostActList, reconciled, recovered, recoverLost } from './contract-runs.ts';
export { calendarList, calendarVersion, readCalendarYear, rulesApplied, rulesPreview } from './contract-rules.ts';
export type { CalendarVersion, ReadCalendarYear, RulesApplied, RulesPreview } from './contract-rules.ts';
export type { RehearsalAsked, RehearsalOnDesk, RehearsalShown } from './contract-rehearsal.ts';
export { rulesChange, rulesToApply, yearToAdd } from '../client/rules/rules-bodies.ts';
export { actAnswer, itemDetail, itemExplanation, itemPage, itemQuery } from './contract-items.ts';
export type { ActAnswer, ItemDetail, ItemExplanation, ItemPage, ItemRow } from './contract-items.ts';
export { formProgress, formReport, formRound } from './contract-forms.ts';
export type { FormProgress, FormReport, FormRound } from './contract-forms.ts';
export type { BulletinEntry, BulletinFrame } from '../client/bulletin/bulletin-bodies.ts';
export type {
  BulletinDrafting,
  BulletinDraftItem,
  BulletinEntryVersion,
  BulletinPreview,
} from './contract-bulletin.ts';
export { filePreview, roundDetail, roundPage, roundPreview, roundQuery } from './contract-rounds.ts';
export type { FilePreview, RoundDetail, RoundPage, RoundPreview, RoundSummary } from './contract-rounds.ts';
export { askReset, chosenPassword, endSecondFactor, givenCode, provenPassword, linkToken, setUp };
export type NewPerson = z.input<typeof newPerson>;
export type NewUnit = z.input<typeof newUnit>;
export type AskReset = z.infer<typeof askReset>;
export type ChosenPassword = z.infer<typeof chosenPassword>;
export type SetUp = z.infer<typeof setUp>;
export type EndSecondFactor = z.infer<typeof endSecondFactor>;
export type GivenCode = z.infer<typeof givenCode>;
export type ProvenPassword = z.infer<typeof provenPassword>;
export type OwnPassword = z.infer<typeof ownPassword>;
export { actBodies, newPassword, newPerson, newUnit, ownPassword, personChange, unitChange };
export { assignments, discardRound, importRound, previewRound, roundSettings };
export type { Assignments, DiscardRound, ImportRound };

/** Every answer that is not a success. `message` is in the caller's language; `facts` are what it was made of. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** How to reach a person is told to those who work with them. */
export const listedPerson = person.extend({ email: z.string().nullable() });
export type ListedPerson = z.infer<typeof listedPerson>;

export const unit = z.object({ id, name: z.string(), position: z.number().int(), liaisonId: id.nullable() });
export type Unit = z.infer<typeof unit>;

export const evidenceFile = z.object({
  /** What `add-evidence` names. */
  id,
  sha256: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  /** The virus scanner has not looked at it yet: until then it cannot be handed in. */
  isQuarantined: z.boolean(),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** The newest first. */
export const securityEventPage = z.object({
  events: z.array(
    z.object({
      id: z.number().int(),
      kind: z.enum(securityEventKinds),
      personId: id.nullable(),
      by: id.nullable(),
      at: instant,
    }),
  ),
  next: z.number().int().nullable(),
});
export type SecurityEventPage = z.infer<typeof securityEventPage>;

const mailRow = z.object({
  id: z.number().int(),
  messageId: z.string(),
  personId: id,
  kind: z.enum(['digest', 'letter', 'link']),
  slot: instant,
  state: z.enum(['planned', 'sending', 'sent', 'skipped', 'failed']),
  attempts: z.number().int(),
  sentAt: instant.nullable(),
  subject: z.string().nullable(),
  trouble: mailTrouble.nullable(),
  lines: z.number().int(),
  /** Attempts that nobody knows the end of: the mail may have arrived with each of them. */
  unanswered: z.number().int(),
  /** It was sent after such an attempt, under the same Message-ID: it may have arrived twice. */
  mayHaveDoubled: z.boolean(),
});
export type MailRow = z.infer<typeof mailRow>;

export const mailPage = z.object({
  mails: z.array(mailRow),
  /** Lines that wait for their slot, by slot: what will leave when. */
  waiting: z.array(z.object({ slot: instant, lines: z.number().int() })),
  /** Whose mails were refused for good, and what the mail server said last. */
  unreached: z.array(
    z.object({ personId: id, mails: z.number().int(), lastSlot: instant, trouble: mailTrouble.nullable() }),
  ),
  /** How many mails of all time may have arrived twice. */
  mayHaveDoubled: z.number().int(),
});
export type MailPage = z.infer<typeof mailPage>;

/** So many of those that were refused for good are on their way again. */
export const mailsAgain = z.object({ mails: z.number().int() });

export const mailsHurried = z.object({ lines: z.number().int() });
