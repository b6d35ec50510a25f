/** The entry of the page. */
import './ui/old-browsers.ts';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/page-head.css';
import './styles/table.css';
import './styles/list.css';
import './styles/figures.css';
import './styles/form.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
