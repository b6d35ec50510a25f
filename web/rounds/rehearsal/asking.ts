/** The rehearsal of a round, asked for, watched and broken off. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { RehearsalAsked, RehearsalOnDesk, RehearsalShown } from '../../../api/contract.ts';
import { call, get } from '../../api.ts';
import { queryClient } from '../../queries.ts';

const keyOf = (roundId: string) => ['rehearsal', roundId] as const;

/** Looked at every second while it is played. */
export const useRehearsal = (roundId: string) =>
  useQuery({
    queryKey: keyOf(roundId),
    queryFn: ({ signal }) => get<RehearsalOnDesk>(`/rounds/${roundId}/rehearsal`, signal),
    refetchInterval: ({ state }) => (state.data?.rehearsal?.state === 'playing' ? 1_000 : false),
  });

const again = (roundId: string) => queryClient.invalidateQueries({ queryKey: keyOf(roundId) });

export const useRehearse = (roundId: string) =>
  useMutation({
    mutationFn: (body: RehearsalAsked) => call<RehearsalShown>('POST', `/rounds/${roundId}/rehearsal`, body),
    onSuccess: () => again(roundId),
  });

export const useBreakOff = (roundId: string) =>
  useMutation({
    mutationFn: () => call<unknown>('DELETE', `/rounds/${roundId}/rehearsal`),
    onSuccess: () => again(roundId),
  });
