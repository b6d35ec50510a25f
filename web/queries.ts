/** What the pages read, as queries with one key each, so that an act can tell which of them are stale. */
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type {
  AccountLink,
  BulletinDrafting,
  BulletinPreview,
  Holdings,
  Installation,
  ItemDetail,
  ItemExplanation,
  ItemPage,
  ItemRow,
  ItemRules,
  ListedAbsence,
  ListedPerson,
  MailPage,
  OpenidLink,
  OwnOpenid,
  OwnPerson,
  OwnSecondFactor,
  OwnSession,
  RoundDetail,
  RoundPage,
  SecondFactors,
  SecurityEventPage,
  Unit,
} from '../api/contract.ts';
import { inPlaceOf } from './in-place-of.ts';
import { ApiError, call, get } from './api.ts';

const minuteMs = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A "no" stays a no; only a lost connection or our own fault is worth a second try.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
    },
  },
});

/** Null when nobody is signed in. */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    staleTime: 10 * minuteMs,
    queryFn: ({ signal }) =>
      get<OwnPerson>('/session', signal).catch((error: unknown) => {
        if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return null;
        throw error;
      }),
  });

export const useInstallation = (isWanted = true) =>
  useQuery({
    queryKey: ['installation'],
    enabled: isWanted,
    queryFn: ({ signal }) => get<Installation>('/installation', signal),
  });

/** What a link to a password is for; asked with the link in the body, for addresses end in logs. */
export const useAccountLink = (token: string) =>
  useQuery({
    queryKey: ['accountLink', token],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: () => call<AccountLink>('POST', '/account-links/read', { token }),
  });

export const useOwnSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => get<OwnSession[]>('/sessions', signal) });

export const useOwnSecondFactor = () =>
  useQuery({
    queryKey: ['secondFactor'],
    queryFn: ({ signal }) => get<OwnSecondFactor>('/session/second-factor', signal),
  });

/** @param isWanted only admins may ask */
export const useSecondFactors = (isWanted = true) =>
  useQuery({
    queryKey: ['secondFactors'],
    enabled: isWanted,
    queryFn: ({ signal }) => get<SecondFactors>('/second-factors', signal),
  });

export const useOwnOpenid = () =>
  useQuery({ queryKey: ['openid'], queryFn: ({ signal }) => get<OwnOpenid>('/session/openid', signal) });

/** @param isWanted only where a provider is set up, and only admins may ask */
export const useOpenidLinks = (isWanted: boolean) =>
  useQuery({
    queryKey: ['openidLinks'],
    enabled: isWanted,
    queryFn: ({ signal }) => get<OpenidLink[]>('/openid-links', signal),
  });

export const useHoldings = (personId: string) =>
  useQuery({
    queryKey: ['holdings', personId],
    queryFn: ({ signal }) => get<Holdings>(`/people/${personId}/holdings`, signal),
  });

/** @param before the `next` of the page before, null for the first */
export const useSecurityEvents = (before: number | null) =>
  useQuery({
    queryKey: ['securityEvents', before],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<SecurityEventPage>(`/security-events${before === null ? '' : `?before=${before}`}`, signal),
  });

/** @param after the `next` of the page before, empty for the first */
export const useRounds = (after: string) =>
  useQuery({
    queryKey: ['rounds', after],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<RoundPage>(`/rounds${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`, signal),
  });

/** @param id empty while it is not known yet */
export const useRound = (id: string) =>
  useQuery({
    queryKey: ['round', id],
    enabled: id !== '',
    queryFn: ({ signal }) => get<RoundDetail>(`/rounds/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'launching' ? 1_000 : false),
  });

/** @param query the search of {@link itemSearch}, without question mark */
export const useItems = (query: string, isWanted = true) =>
  useQuery({
    queryKey: ['items', query],
    enabled: isWanted,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<ItemPage>(`/items?${query}`, signal),
  });

/** Every item of a round, page after page: what is assigned and checked is checked as a whole. */
export const useRoundItems = (roundId: string) =>
  useQuery({
    queryKey: ['items', 'round', roundId],
    queryFn: async ({ signal }) => {
      const rows: ItemRow[] = [];
      for (let after: string | null = ''; after !== null;) {
        const page: ItemPage = await get(`/items?round=${roundId}&limit=200${after}`, signal);
        rows.push(...page.items);
        after = page.next === null ? null : `&after=${encodeURIComponent(page.next)}`;
      }
      return rows;
    },
  });

/** @param absentId in whose place; null for one's own */
export const useItem = (id: string, absentId: string | null) =>
  useQuery({
    queryKey: ['item', id, absentId],
    queryFn: ({ signal }) => get<ItemDetail>(inPlaceOf(`/items/${id}`, absentId), signal),
  });

/** What an item is judged by: of its round, for whoever is shown no more of that. */
export const useItemRules = (id: string, absentId: string | null) =>
  useQuery({
    queryKey: ['item', id, absentId, 'rules'],
    queryFn: ({ signal }) => get<ItemRules>(inPlaceOf(`/items/${id}/rules`, absentId), signal),
  });

export const useAbsences = () =>
  useQuery({ queryKey: ['absences'], queryFn: ({ signal }) => get<ListedAbsence[]>('/absences', signal) });

/** Asked for when somebody asks why: it tells of every date and mail. */
export const useExplanation = (id: string, absentId: string | null) =>
  useQuery({
    queryKey: ['item', id, absentId, 'explanation'],
    queryFn: ({ signal }) => get<ItemExplanation>(inPlaceOf(`/items/${id}/explanation`, absentId), signal),
  });

export const useBulletinDraft = (roundId: string) =>
  useQuery({
    queryKey: ['bulletin', roundId],
    queryFn: ({ signal }) => get<BulletinDrafting>(`/rounds/${roundId}/bulletin/draft`, signal),
  });

/** @param query audience, day and language, without question mark */
export const useBulletinPreview = (roundId: string, query: string) =>
  useQuery({
    queryKey: ['bulletin', roundId, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<BulletinPreview>(`/rounds/${roundId}/bulletin/preview?${query}`, signal),
  });

const directory = { staleTime: 5 * minuteMs };

export const usePeople = () =>
  useQuery({ queryKey: ['people'], ...directory, queryFn: ({ signal }) => get<ListedPerson[]>('/people', signal) });

export const useUnits = () =>
  useQuery({ queryKey: ['units'], ...directory, queryFn: ({ signal }) => get<Unit[]>('/units', signal) });

export const useMails = () =>
  useQuery({
    queryKey: ['mails'],
    queryFn: ({ signal }) => get<MailPage>('/mails', signal),
    // While some are on their way the page follows them.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : false),
  });

function isUnderWay(page: MailPage | undefined): boolean {
  if (page === undefined) return false;
  const now = new Date().toISOString();
  return page.waiting.some(({ slot }) => slot <= now) || page.mails.some(({ state }) => state === 'sending');
}

/** Names for ids, with the id itself while the directory is still on its way. */
export function useNames() {
  const people = usePeople().data;
  const units = useUnits().data;
  return {
    person: (id: string | null | undefined) => people?.find((person) => person.id === id)?.name ?? id ?? '',
    unit: (id: string | null | undefined) => units?.find((unit) => unit.id === id)?.name ?? id ?? '',
  };
}
