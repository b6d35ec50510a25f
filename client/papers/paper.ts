/** A file that a person takes away: its bytes, and under what name they are kept. */
export interface Paper {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
