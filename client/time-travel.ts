/**
 * Time that passes faster for single workflows on the real server: what the demo and rehearsals run on.
 *
 * The server must allow it (`frontend.WorkflowTimeSkippingEnabled`, server 1.32); production servers do not.
 */
import type { temporal } from '@temporalio/proto';

type Service = Pick<
  temporal.api.workflowservice.v1.WorkflowService,
  'updateWorkflowExecutionOptions' | 'pollWorkflowExecutionTimeSkipping'
>;

/** FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED; the enum's module is not loaded for one number. */
const completed = 2;

/** The server answers a poll after some seconds at the latest, done or not. */
const mostPolls = 30;

/** Lets `durationMs` pass for one workflow: its timers fire on the way, its activities run, and then its time goes on as ours. */
export async function passTime(
  service: Service,
  namespace: string,
  workflowId: string,
  durationMs: number,
): Promise<void> {
  const workflowExecution = { workflowId };
  const id = `to-${durationMs}-${Date.now()}`;
  const seconds = Math.floor(durationMs / 1000);
  await service.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id, duration: { seconds: seconds as never, nanos: (durationMs % 1000) * 1_000_000 } },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const polled = await service.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
    if (Number(polled.fastForwardPollingResult) === completed) return;
    if (polled.failedReason !== '' && polled.failedReason !== undefined)
      throw new Error(`time did not pass for ${workflowId}: ${polled.failedReason}`);
  }
  throw new Error(`time did not pass for ${workflowId} within ${mostPolls} polls`);
}
