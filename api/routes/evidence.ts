/** Evidence files in and out. */
import type { MultipartFile } from '@fastify/multipart';
import { z } from 'zod';
import { actingFrom } from '../access.ts';
import { created, type Api } from '../api.ts';
import { attached, theBytes } from '../attachment.ts';
import { evidenceFile, inPlaceOf } from '../contract.ts';
import { onlyFile } from '../only-file.ts';
import type { Context, Incoming } from '../../client/context.ts';
import { id } from '../../client/primitives.ts';
import { keepEvidence, plainName, readEvidence, requireMayUpload } from '../../client/evidence/evidence.ts';

const tags = ['evidence'];

export function evidenceRoutes(api: Api, context: Context): void {
  api.post(
    '/api/items/:itemId/evidence-files',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Upload one file (multipart/form-data); it counts once add-evidence names its id',
        params: z.object({ itemId: z.string().max(60) }),
        querystring: inPlaceOf,
        consumes: ['multipart/form-data'],
        response: created(evidenceFile),
      },
    },
    async (request, reply) => {
      const actor = await actingFrom(context, request);
      const { itemId } = request.params;
      await requireMayUpload(context, actor, itemId);
      const { name, incoming } = await onlyFile(request, (part) => received(part, context.store), {
        discard: (found) => found.incoming.discard(),
      });
      try {
        return await reply.status(201).send(await keepEvidence(context, actor, itemId, name, incoming));
      } finally {
        await incoming.discard();
      }
    },
  );

  api.get(
    '/api/evidence/:evidenceId',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'A file of an item one may read, always as attachment',
        params: z.object({ evidenceId: id }),
        querystring: inPlaceOf.extend({ item: z.string().max(60) }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { evidenceId } = request.params;
      const file = await readEvidence(context, await actingFrom(context, request), request.query.item, evidenceId);
      return reply
        .headers(attached({ name: file.name, mediaType: file.mediaType, length: file.bytes }))
        .send(file.stream);
    },
  );
}

async function received(part: MultipartFile, store: Context['store']): Promise<{ name: string; incoming: Incoming }> {
  const name = plainName(part.filename);
  return { name, incoming: await store.receive(part.file, name) };
}
