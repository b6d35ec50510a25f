/**
 * Under which names this server answers. A page of a stranger whose name was made to point here (DNS rebinding) counts for the
 * browser as the stranger's own: whatever it asked, it could read. What asks for another name than ours is no request to us.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from '../client/refused.ts';

/** @param webUrl the address people reach the web page under */
export function admitHosts(app: FastifyInstance, webUrl: string): void {
  const ours = hostsOf(webUrl);
  app.addHook('onRequest', async (request) => {
    const { localPort } = request.raw.socket;
    const admitted = [...ours, ...(localPort === undefined ? [] : machineHosts(localPort))];
    const stranger = namesOf(request).find((host) => !admitted.includes(host.toLowerCase()));
    if (stranger !== undefined) throw new Refused({ code: 'wrongHost', host: stranger.slice(0, 200) });
  });
}

/** What was asked for, and, behind a proxy of ours, what the proxy was asked for: the proxy may pass on either. */
const namesOf = ({ headers, host }: FastifyRequest): readonly string[] => [headers.host ?? '', host];

const machineHosts = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].flatMap((name) => hostsOf(`http://${name}:${port}`));

/** With its port, and without where the port is the scheme's own. */
function hostsOf(address: string): readonly string[] {
  const { host, hostname, port, protocol } = new URL(address);
  return port === '' ? [host, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [host];
}
