/**
 * Asks a Temporal server whether it is there: one gRPC call, `DescribeNamespace`, spoken by hand so that the supervisor need
 * not load the SDK's native core for it.
 */
import { connect } from 'node:http2';

/** Whether a server at `host:port` answers for a namespace. */
export function answersFor(address: string, namespace: string, timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      session.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => settle(false), timeoutMs);
    session.once('error', () => settle(false));
    const call = session.request({
      ':method': 'POST',
      ':path': '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.once('error', () => settle(false));
    // A call that is refused at once carries its status in the headers, another one in the trailers.
    call.once('response', (headers) => {
      if (headers['grpc-status'] !== undefined) settle(headers['grpc-status'] === '0');
    });
    call.once('trailers', (trailers: Record<string, unknown>) => settle(trailers['grpc-status'] === '0'));
    call.resume();
    call.end(describeNamespace(namespace));
  });
}

/** A gRPC frame around the protobuf message { 1: namespace }. */
function describeNamespace(namespace: string): Buffer {
  const name = Buffer.from(namespace);
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}
