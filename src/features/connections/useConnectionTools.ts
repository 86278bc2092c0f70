import { useEffect, useState } from 'react';
import type { ConnectionTools } from '../../editor/ConnectionTools.ts';
import { useActions } from '../../editor/useActions.ts';

/** Loaded with the first dialog that asks; null until then. */
export function useConnectionTools(): ConnectionTools | null {
  const { connectionTools } = useActions();
  const [tools, setTools] = useState<ConnectionTools | null>(null);
  useEffect(() => {
    let gone = false;
    connectionTools().then((loaded) => gone || setTools(() => loaded), () => undefined);
    return () => {
      gone = true;
    };
  }, [connectionTools]);
  return tools;
}
