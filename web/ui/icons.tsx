/** The few pictures of the menu. Each stands beside its word. */
import type { ReactNode } from 'react';

const drawn = (shapes: ReactNode) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    {shapes}
  </svg>
);

export const icons = {
  todo: drawn(<path d="M4 6.5l1.5 1.5L8 5M4 12.5L5.5 14 8 11M4 18.5 5.5 20 8 17M12 6.5h8M12 12.5h8M12 18.5h8" />),
  rounds: drawn(<path d="M5 4h10l4 4v12H5zM15 4v4h4M8.5 12h7M8.5 16h7" />),
  mails: drawn(<path d="M3.5 6h17v12.5h-17zM3.5 7l8.5 6 8.5-6" />),
  people: drawn(
    <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5a3.2 3.2 0 0 1 0 6.2M18 14.5c2 .8 3.2 2.7 3.5 5.5" />,
  ),
  me: drawn(<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.7-4 3.5-6 7.5-6s6.8 2 7.5 6" />),
} as const;

export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#0958d9" />
    <path
      d="M9 16.5l5 5 9.5-11"
      fill="none"
      stroke="#fff"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
