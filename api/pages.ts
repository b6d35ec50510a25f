/** The web pages: built files, and the one page for every address that the browser's router knows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from './errors.ts';

/** @param folder what the web build wrote; without it only the API is served */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      // The build packs them; a browser that asks for neither gets them as they are.
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Built files carry a hash of their content in their name; the page itself does not.
        const isHashed = path.includes(join(folder, 'assets'));
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isBuilt && wantsPage && !path.startsWith('/api/')) return reply.sendFile('index.html');
    return refuse(request, reply, { code: 'notFound', what: 'page', id: path.slice(0, 200) }, null);
  });
}
