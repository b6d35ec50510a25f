/** Which finding or part is open, which side is in view where there is room for one, and what is to be scrolled to next. */
import { useCallback, useEffect, useState } from 'react';

/** Where the eye and the focus go once what was pressed is drawn. */
type Landing = { readonly on: 'line' } | { readonly on: 'entry'; readonly id: number } | { readonly on: 'somewhere' };

export function useLeads() {
  const [openId, setOpen] = useState<number | null>(null);
  const [view, setView] = useState<'source' | 'tree'>('tree');
  const [lead, setLead] = useState<object>({});
  const [landing, setLanding] = useState<Landing | null>(null);
  useEffect(() => {
    if (landing !== null) land(landing);
  }, [landing]);
  const open = useCallback((id: number | null) => {
    setOpen(id);
    setLead({});
  }, []);
  const find = useCallback(
    (id: number) => {
      open(id);
      setView('source');
      setLanding({ on: 'line' });
    },
    [open],
  );
  const toEntry = useCallback((id: number) => {
    setOpen(id);
    setView('tree');
    setLanding({ on: 'entry', id });
  }, []);
  /** What was pressed may be gone with the step. */
  const settle = useCallback(() => setLanding({ on: 'somewhere' }), []);
  return { openId, view, lead, setOpen, setView, open, find, toEntry, settle };
}

function land(landing: Landing): void {
  switch (landing.on) {
    case 'line':
      return document.querySelector<HTMLElement>('.source-shown .source-lead')?.focus({ preventScroll: true });
    case 'entry': {
      const name = document.getElementById(`entry-${landing.id}`);
      name?.focus({ preventScroll: true });
      return name?.scrollIntoView({ block: 'center' });
    }
    case 'somewhere': {
      const opened = document.querySelector<HTMLElement>('.tree-open > .tree-name');
      opened?.scrollIntoView({ block: 'nearest' });
      if (document.activeElement === document.body)
        (opened ?? document.getElementById('tree-head'))?.focus({ preventScroll: true });
    }
  }
}
