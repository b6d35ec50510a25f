/** Why the Temporal server cannot be worked with, in English. */
import type { TemporalPlace, TemporalTrouble } from '../../temporal-trouble.ts';

export type TemporalTroubleTexts = Readonly<Record<TemporalTrouble, (place: TemporalPlace) => string>>;

export const enTemporalTroubles: TemporalTroubleTexts = {
  away: ({ address }) => `Temporal does not answer at ${address}. Check TEMPORAL_ADDRESS, and whether the server runs.`,
  speaksNoTls: ({ address }) =>
    `Temporal at ${address} speaks no TLS. Leave out TEMPORAL_TLS and TEMPORAL_API_KEY, or name its port with TLS.`,
  wantsTls: ({ address }) =>
    `Temporal at ${address} breaks off without TLS. Set TEMPORAL_TLS=true, or TEMPORAL_TLS_SERVER_CA_CERT_PATH for an authority of your own.`,
  untrusted: ({ address }) =>
    `The certificate of Temporal at ${address} is not trusted. Name its authority in TEMPORAL_TLS_SERVER_CA_CERT_PATH.`,
  otherName: ({ address }) =>
    `The certificate of Temporal at ${address} is made out to another name. Set TEMPORAL_TLS_SERVER_NAME to that name.`,
  outOfDate: ({ address }) => `The certificate of Temporal at ${address} has expired, or is not valid yet.`,
  refusesCertificate: ({ address }) =>
    `Temporal at ${address} wants a certificate, and does not take ours. Check TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH.`,
  refusesAccess: ({ address, namespace }) =>
    `Temporal at ${address} refuses access to namespace ${namespace}. Check TEMPORAL_API_KEY and TEMPORAL_TLS_CLIENT_CERT_PATH.`,
  noNamespace: ({ address, namespace }) =>
    `Temporal at ${address} has no namespace ${namespace}. Check TEMPORAL_NAMESPACE.`,
};
