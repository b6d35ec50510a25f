/** What the pages write. Each says which queries are stale afterwards; nothing is shown as done before the server said so. */
import { useMutation } from '@tanstack/react-query';
import type {
  Absence,
  ActAnswer,
  AskReset,
  Assignments,
  BegunOpenid,
  BegunSecondFactor,
  BulletinEntry,
  BulletinFrame,
  ChosenPassword,
  Demand,
  DiscardRound,
  EndSecondFactor,
  FilePreview,
  FormReport,
  GivenCode,
  HandOverAll,
  HandedOver,
  ImportRound,
  NewAbsence,
  NewPerson,
  NewUnit,
  OpenidAnswer,
  OwnPassword,
  OwnPerson,
  Person,
  ProvenPassword,
  RecoveryCodes,
  RoundDetail,
  RoundPreview,
  SetUp,
  SignIn,
  SignedOut,
} from '../api/contract.ts';
import { inPlaceOf } from './in-place-of.ts';
import { call, sendFile } from './api.ts';
import { queryClient } from './queries.ts';
import type { CommandType } from '../core/item/acts.ts';

const refresh = async (...keys: readonly string[]): Promise<void> => {
  await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
};

/** What one person has read is not shown to the next. The session itself is set, not dropped: the frame watches it. */
function enter(person: OwnPerson | null): void {
  queryClient.setQueryData(['session'], person);
  queryClient.removeQueries({ predicate: ({ queryKey: [key] }) => key !== 'session' && key !== 'installation' });
}

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: SignIn) => call<OwnPerson>('POST', '/session', body),
    onSuccess: (person) => enter(person),
  });

/** Nobody is signed in by it yet: the browser goes to the provider. */
export const useBeginOpenid = () => useMutation({ mutationFn: () => call<BegunOpenid>('POST', '/session/openid') });

export const useFinishOpenid = () =>
  useMutation({
    mutationFn: (body: OpenidAnswer) => call<OwnPerson>('POST', '/session/openid/callback', body),
    onSuccess: (person) => enter(person),
  });

export const useFinishOpenidByCode = () =>
  useMutation({
    mutationFn: (body: GivenCode) => call<OwnPerson>('POST', '/session/openid/code', body),
    onSuccess: (person) => enter(person),
  });

export const useAllowOpenid = (personId: string) =>
  useMutation({
    mutationFn: ({ isAllowed }: { readonly isAllowed: boolean }) =>
      call<unknown>(isAllowed ? 'PUT' : 'DELETE', `/people/${personId}/openid`),
    onSuccess: () => refresh('openidLinks', 'openid'),
  });

export const useAskReset = () =>
  useMutation({ mutationFn: (body: AskReset) => call<unknown>('POST', '/password-resets', body) });

export const useChoosePassword = () =>
  useMutation({ mutationFn: (body: ChosenPassword) => call<unknown>('POST', '/account-links/use', body) });

/** The first admin is signed in with what they have just chosen. */
export const useSetUp = () =>
  useMutation({
    mutationFn: async (body: SetUp) => {
      await call<Person>('POST', '/set-up', body);
      return call<OwnPerson>('POST', '/session', { email: body.email, password: body.password });
    },
    onSuccess: (person) => {
      enter(person);
      return refresh('installation');
    },
  });

export const useOwnPassword = () =>
  useMutation({
    mutationFn: (body: OwnPassword) => call<unknown>('POST', '/session/password', body),
    onSuccess: () => refresh('sessions'),
  });

export const useBeginSecondFactor = () =>
  useMutation({
    mutationFn: (body: ProvenPassword) => call<BegunSecondFactor>('POST', '/session/second-factor', body),
  });

export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (body: GivenCode) => call<RecoveryCodes>('POST', '/session/second-factor/confirm', body),
  });

/** Asked again when the recovery codes are kept, not before: whoever owed one leaves the page of it then. */
export const useSecondFactorKept = () => () => refresh('session', 'sessions', 'secondFactor', 'secondFactors');

export const useEndSecondFactor = () =>
  useMutation({
    mutationFn: (body: EndSecondFactor) => call<unknown>('POST', '/session/second-factor/end', body),
    onSuccess: () => refresh('secondFactor', 'secondFactors'),
  });

export const useDemandSecondFactor = () =>
  useMutation({
    mutationFn: (body: Demand) => call<unknown>('PUT', '/second-factors', body),
    onSuccess: () => refresh('secondFactor', 'secondFactors'),
  });

export const useTakeOffSecondFactor = (personId: string) =>
  useMutation({
    mutationFn: () => call<unknown>('DELETE', `/people/${personId}/second-factor`),
    onSuccess: () => refresh('secondFactors'),
  });

export const useSignOutElsewhere = () =>
  useMutation({ mutationFn: () => call<unknown>('DELETE', '/sessions'), onSuccess: () => refresh('sessions') });

/** The person is there as soon as they are added; a mail that could not be asked for can be sent from the list. */
export const useAddPerson = () =>
  useMutation({
    mutationFn: async (body: NewPerson) => {
      const person = await call<Person>('POST', '/people', body);
      await call<unknown>('POST', `/people/${person.id}/invitation`);
      return person;
    },
    onSettled: () => refresh('people'),
  });

export const useAddUnit = () =>
  useMutation({
    mutationFn: (body: NewUnit) => call<unknown>('POST', '/units', body),
    onSuccess: () => refresh('units'),
  });

export interface HandedIn {
  readonly file: File;
  /** The same document was imported before, and this is meant. */
  readonly again: boolean;
}

/** A template, looked at or written; what it wrote is in these queries. */
export const useHandIn = <Answer extends FormReport = FormReport>(path: string, written: readonly string[] = []) =>
  useMutation({
    mutationFn: ({ file, again }: HandedIn) => sendFile<Answer>(again ? `${path}?again=true` : path, file),
    onSuccess: () => refresh(...written),
  });

export const useInvite = (personId: string) =>
  useMutation({ mutationFn: () => call<unknown>('POST', `/people/${personId}/invitation`) });

/** @param way a look at it writes nothing */
export const useHandOver = (personId: string, way: 'preview' | 'press') =>
  useMutation({
    mutationFn: (body: HandOverAll) =>
      call<HandedOver>('POST', `/people/${personId}/hand-over${way === 'preview' ? '/preview' : ''}`, body),
    onSuccess: () => (way === 'preview' ? undefined : refresh('holdings', 'units', 'items', 'item')),
  });

export const useLeave = (personId: string) =>
  useMutation({
    mutationFn: () => call<unknown>('POST', `/people/${personId}/leave`),
    onSuccess: () => refresh('people', 'holdings'),
  });

export const useEnterAbsence = () =>
  useMutation({
    mutationFn: (body: NewAbsence) => call<Absence>('POST', '/absences', body),
    onSuccess: () => refresh('absences'),
  });

export const useEndAbsence = (absenceId: string) =>
  useMutation({
    mutationFn: () => call<Absence>('POST', `/absences/${absenceId}/end`),
    onSuccess: () => refresh('absences'),
  });

export const useComeBack = (personId: string) =>
  useMutation({
    mutationFn: () => call<unknown>('POST', `/people/${personId}/come-back`),
    onSuccess: () => refresh('people'),
  });

export const useSignOut = () =>
  useMutation({
    mutationFn: () => call<SignedOut | null>('DELETE', '/session'),
    onSuccess: () => enter(null),
  });

export const useLoadSample = () =>
  useMutation({
    mutationFn: () => call<unknown>('POST', '/sample', { launch: true }),
    onSuccess: () => refresh('installation', 'rounds'),
  });

export const usePreview = () =>
  useMutation({ mutationFn: (source: string) => call<RoundPreview>('POST', '/rounds/preview', { source }) });

export const usePreviewFile = () =>
  useMutation({ mutationFn: (file: File) => sendFile<FilePreview>('/rounds/preview-file', file) });

export const useImportRound = () =>
  useMutation({
    mutationFn: (body: ImportRound) => call<RoundDetail>('POST', '/rounds', body),
    onSuccess: () => refresh('rounds'),
  });

export const useAssign = (roundId: string) =>
  useMutation({
    mutationFn: (body: Assignments) => call<RoundDetail>('POST', `/rounds/${roundId}/assignments`, body),
    onSuccess: () => refresh('rounds', 'round', 'items'),
  });

export const useLaunch = (roundId: string) =>
  useMutation({
    mutationFn: () => call<RoundDetail>('POST', `/rounds/${roundId}/launch`, {}),
    onSuccess: () => refresh('rounds', 'round', 'items'),
  });

export const useDiscardRound = (roundId: string) =>
  useMutation({
    mutationFn: (body: DiscardRound) => call<unknown>('POST', `/rounds/${roundId}/discard`, body),
    onSuccess: () => refresh('rounds', 'items'),
  });

export const useSetEntry = (roundId: string, itemId: string) =>
  useMutation({
    mutationFn: (body: BulletinEntry) => call<unknown>('PUT', `/rounds/${roundId}/bulletin/entries/${itemId}`, body),
    onSuccess: () => refresh('bulletin'),
  });

/** @param version of what is left out, as it was read */
export const useApproveEntry = (roundId: string, itemId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      call<unknown>('POST', `/rounds/${roundId}/bulletin/entries/${itemId}/approve`, { version }),
    onSuccess: () => refresh('bulletin'),
  });

export const useSetFrame = (roundId: string) =>
  useMutation({
    mutationFn: (body: BulletinFrame) => call<unknown>('PUT', `/rounds/${roundId}/bulletin/frame`, body),
    onSuccess: () => refresh('bulletin'),
  });

export const useSendMailsNow = () =>
  useMutation({ mutationFn: () => call<unknown>('POST', '/mails/send-now', {}), onSuccess: () => refresh('mails') });

export const useSendMailsAgain = (personId: string) =>
  useMutation({
    mutationFn: () => call<unknown>('POST', `/people/${personId}/send-mails-again`),
    onSuccess: () => refresh('mails'),
  });

/** signFor → sign-for, as the API's addresses have it. */
const actPath = (act: CommandType): string => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param absentId in whose place; null for one's own */
export const useAct = (itemId: string, absentId: string | null) =>
  useMutation({
    mutationFn: ({ act, body }: { readonly act: CommandType; readonly body: object }) =>
      call<ActAnswer>('POST', inPlaceOf(`/items/${itemId}/acts/${actPath(act)}`, absentId), body),
    onSuccess: () => refresh('item', 'items', 'rounds', 'round'),
  });
