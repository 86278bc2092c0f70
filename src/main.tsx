import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { boot } from './app/boot.ts';
import './ui/fonts.ts';
import './ui/tokens.css';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
const { store, page } = await boot();
createRoot(root).render(
  <StrictMode>
    <App store={store} page={page} />
  </StrictMode>,
);
