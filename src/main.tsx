import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { boot } from './app/boot.ts';
import './ui/fonts.ts';
import './ui/tokens.css';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
// Not awaited here: parts that boot loads import this chunk, and would wait for it to end.
void boot().then(({ store, page }) =>
  createRoot(root).render(
    <StrictMode>
      <App store={store} page={page} />
    </StrictMode>,
  ),
);
