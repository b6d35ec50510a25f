/**
 * The form of one act, in a drawer beside the item (wide) or over the whole screen (phone). Which act is open stands in the
 * address, so that a mail can lead to it; opening never acts, only the button does.
 */
import { Drawer } from 'antd';
import type { ItemDetail, ItemRules } from '../../../api/contract.ts';
import { useIsPhone } from '../../ui/sizes.ts';
import { useSpeech } from '../../words.ts';
import { ActForm } from './ActForm.tsx';
import { EvidenceForm } from './EvidenceForm.tsx';
import type { CommandType } from '../../../core/item/acts.ts';

interface Props {
  readonly act: CommandType | null;
  readonly detail: ItemDetail;
  readonly round: ItemRules;
  readonly close: () => void;
  /** Called when the server has committed. */
  readonly done: (act: CommandType) => void;
  readonly open: (act: CommandType) => void;
}

export default function ActSheet({ act, detail, round, close, done, open }: Props) {
  const { w, labels } = useSpeech();
  const isPhone = useIsPhone();
  const isWideForm = act === 'submitPlan' || act === 'revisePlan' || act === 'requestClosure' || act === 'addEvidence';
  return (
    <Drawer
      open={act !== null}
      onClose={close}
      size={isPhone ? '100%' : isWideForm ? 680 : 540}
      title={act === null ? '' : `${labels.acts[act]}${w.separator}${w.item.title(detail.number)}`}
      closable={{ 'aria-label': w.shell.close }}
      destroyOnHidden
      styles={{ body: { paddingBottom: 24 } }}
    >
      {act === null ? null : act === 'addEvidence' ? (
        <EvidenceForm detail={detail} done={() => done(act)} close={close} />
      ) : (
        <ActForm key={act} act={act} detail={detail} round={round} close={close} done={() => done(act)} open={open} />
      )}
    </Drawer>
  );
}
