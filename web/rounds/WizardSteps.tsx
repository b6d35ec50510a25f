/** Where one is between a document and a launched round; which steps are done is said in words too. */
import { useSpeech } from '../words.ts';

export function WizardSteps({ here }: { readonly here: 0 | 1 | 2 | 3 }) {
  const { w } = useSpeech();
  const { steps, stepState, stepsLabel } = w.wizard;
  return (
    <ol className="steps no-print" aria-label={stepsLabel}>
      {steps.map((step, index) => {
        const state = index < here ? 'done' : index === here ? 'here' : 'open';
        return (
          <li
            key={step}
            className={state}
            data-step={index + 1}
            {...(state === 'here' ? { 'aria-current': 'step' as const } : {})}
          >
            {step}
            <span className="visually-hidden"> ({stepState[state]})</span>
          </li>
        );
      })}
    </ol>
  );
}
