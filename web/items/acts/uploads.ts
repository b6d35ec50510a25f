/** Files on their way: each is sent at once, can be stopped and tried again, and keeps its reason when it was not accepted. */
import { useState } from 'react';
import type { EvidenceFile } from '../../../api/contract.ts';
import { ApiError, read } from '../../api.ts';
import { inPlaceOf } from '../../in-place-of.ts';
import { newCommandId } from '../../ui/command-id.ts';

export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly percent: number;
  readonly answer: EvidenceFile | null;
  readonly error: unknown;
  readonly measureIds: readonly string[];
  /** The day that it tells of; empty for none. */
  readonly aboutOn: string;
  /** Of the act that hands the file in: the same after a lost connection, another after a refusal. */
  readonly commandId: string;
}

const requests = new Map<number, XMLHttpRequest>();
let keys = 0;

/** XMLHttpRequest because fetch cannot tell how far an upload has come. */
function post(address: string, file: File, key: number, progressed: (percent: number) => void): Promise<EvidenceFile> {
  return new Promise((received, failed) => {
    const request = new XMLHttpRequest();
    requests.set(key, request);
    const offline = () => failed(new ApiError(0, { code: 'offline', message: '', facts: {} }));
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) => progressed(Math.floor((100 * loaded) / Math.max(1, total)));
    request.onerror = offline;
    request.onabort = () => failed(new ApiError(0, { code: 'stopped', message: '', facts: {} }));
    request.onload = () => {
      try {
        received(read<EvidenceFile>(request.status, request.responseText));
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

export function useUploads(itemId: string, absentId: string | null, measureIds: readonly string[]) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const set = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const send = (key: number, file: File) => {
    set(key, { percent: 0, error: null });
    post(inPlaceOf(`/api/items/${itemId}/evidence-files`, absentId), file, key, (percent) =>
      set(key, { percent }),
    ).then(
      (answer) => set(key, { answer, percent: 100 }),
      (error: unknown) => set(key, { error }),
    );
  };
  const add = (files: readonly File[]) => {
    const added = files.map((file) => ({
      key: (keys += 1),
      file,
      percent: 0,
      answer: null,
      error: null,
      measureIds,
      aboutOn: '',
      commandId: newCommandId(),
    }));
    setUploads((all) => [...all, ...added]);
    for (const { key, file } of added) send(key, file);
  };
  const stop = (key: number) => requests.get(key)?.abort();
  const remove = (key: number) => {
    stop(key);
    setUploads((all) => all.filter((upload) => upload.key !== key));
  };
  return { uploads, set, send, add, stop, remove };
}
