import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Vitest's globals are off, so Testing Library cannot register this itself: without it one test's page stands in the next.
afterEach(cleanup);
