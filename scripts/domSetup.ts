import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A limit for what never comes, not a measure: by itself it is one second, which a busy machine takes to load a lazy part.
configure({ asyncUtilTimeout: 20_000 });

// Vitest's globals are off, so Testing Library cannot register this itself: without it one test's page stands in the next.
afterEach(cleanup);
