/** Why the Temporal server cannot be worked with, in Chinese. */
import type { TemporalTroubleTexts } from '../en/temporal-troubles.ts';

export const zhTemporalTroubles: TemporalTroubleTexts = {
  away: ({ address }) => `Temporal 在 ${address} 没有应答。请检查 TEMPORAL_ADDRESS，并确认服务已启动。`,
  speaksNoTls: ({ address }) =>
    `Temporal（${address}）不使用 TLS。请去掉 TEMPORAL_TLS 和 TEMPORAL_API_KEY，或改用其 TLS 端口。`,
  wantsTls: ({ address }) =>
    `Temporal（${address}）在未使用 TLS 时中断了连接。请启用 TEMPORAL_TLS；自建证书机构另设 TEMPORAL_TLS_SERVER_CA_CERT_PATH。`,
  untrusted: ({ address }) =>
    `Temporal（${address}）的证书不受信任。请用 TEMPORAL_TLS_SERVER_CA_CERT_PATH 指定其证书机构。`,
  otherName: ({ address }) => `Temporal（${address}）的证书属于另一名称。请将 TEMPORAL_TLS_SERVER_NAME 设为该名称。`,
  outOfDate: ({ address }) => `Temporal（${address}）的证书已过期，或尚未生效。`,
  refusesCertificate: ({ address }) =>
    `Temporal（${address}）要求证书，且不接受我方证书。请检查 TEMPORAL_TLS_CLIENT_CERT_PATH 和 TEMPORAL_TLS_CLIENT_KEY_PATH。`,
  refusesAccess: ({ address, namespace }) =>
    `Temporal（${address}）拒绝访问命名空间 ${namespace}。请检查 TEMPORAL_API_KEY 和 TEMPORAL_TLS_CLIENT_CERT_PATH。`,
  noNamespace: ({ address, namespace }) =>
    `Temporal（${address}）没有命名空间 ${namespace}。请检查 TEMPORAL_NAMESPACE。`,
};
