/** A file made of the ledger, as an attachment. */
import type { FastifyReply } from 'fastify';
import { attached } from './attachment.ts';
import type { Paper } from '../client/papers/paper.ts';

export const sendPaper = (reply: FastifyReply, { name, mediaType, bytes }: Paper): FastifyReply =>
  reply.headers(attached({ name, mediaType, length: bytes.byteLength })).send(Buffer.from(bytes));
