/**
 * Why the Temporal server cannot be worked with, as far as a first attempt tells.
 *
 * away: nothing answers at the address · speaksNoTls: TLS is set, and the server speaks none · wantsTls: none is set, and the server
 * breaks off · untrusted, otherName, outOfDate: its certificate does not hold here · refusesCertificate: it breaks off once it has
 * seen ours, or that there is none · refusesAccess: the API key, or what the certificate stands for, opens nothing · noNamespace
 */
export type TemporalTrouble =
  | 'away'
  | 'speaksNoTls'
  | 'wantsTls'
  | 'untrusted'
  | 'otherName'
  | 'outOfDate'
  | 'refusesCertificate'
  | 'refusesAccess'
  | 'noNamespace';

/** What the sentence about it names. */
export interface TemporalPlace {
  readonly address: string;
  readonly namespace: string;
}
