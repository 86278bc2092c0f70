/**
 * The store's shape, one interface per slice. Plain data only: no editor instances, no DOM nodes, no secret values.
 * All actions sit in `actions`, a stable object. Slices live in `slices/`.
 */
import type { Pointer, StateId, StateName } from '../asl/names.ts';
import type { FileSpelling } from '../asl/fileSpelling.ts';
import type { Command, Refusal, TextEdit } from '../asl/operations.ts';
import type { Substitutions } from '../asl/substitute.ts';
import type { Format, Tree } from '../asl/tree.ts';
import type { Problem } from '../checks/problem.ts';
import type { Connection, ConnectionSecrets } from '../http/connection.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Grant } from '../http/grants.ts';
import type { HostMapping } from '../http/hostMapping.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import type { PolicyStatement } from '../iam/policyTypes.ts';
import type { InspectionLevel, TestStateRequest } from '../interpreter/testStateApi.ts';
import type { StateEntry } from '../asl/states.ts';
import type { TestResult } from '../suite/TestResult.ts';
import type { TestHandle } from '../services/tester.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import type { Result } from '../lib/Result.ts';
import type { ConsentAnswer, ConsentQuestion, SentEntry, SentNow } from '../services/consent.ts';
import type { Settings } from '../services/settings.ts';
import type { StorageProblem } from '../services/storageProblem.ts';
import type { ConnectionTools } from './ConnectionTools.ts';
import type { History } from './history.ts';
import type { Conditions, DefinitionDraft, Sidecar, StateMock } from './sidecar.ts';

export type ViewMode = 'canvas' | 'split' | 'code';
export type ThemeChoice = 'light' | 'dark' | 'system';
export type DockTab = 'problems' | 'test' | 'tests' | 'sent';
export type Origin = 'canvas' | 'code' | 'form' | 'other';

/** The last change of the text, so that Monaco can follow: edits speak of the text of `version - 1`. `opened` replaces everything. */
export type TextChange =
  | { readonly kind: 'edits'; readonly version: number; readonly edits: readonly TextEdit[]; readonly origin: Origin }
  | { readonly kind: 'opened'; readonly version: number };

export interface DocumentSlice {
  /** Draft's id: the key in storage. */
  readonly draftId: string;
  /** File name without `.asl.json`. */
  readonly name: string;
  readonly text: string;
  readonly version: number;
  readonly spelling: FileSpelling;
  readonly lastChange: TextChange;
  /** Of the text at `treeVersion`; tolerant, may hold fatal problems. */
  readonly tree: Tree;
  readonly treeVersion: number;
  /** The last tree without fatal problems: what canvas and inspector show while the text is broken. */
  readonly goodTree: Tree;
  readonly goodTreeVersion: number;
  /** What the checks found in `tree`, a moment after it was parsed; until then, what they found before. */
  readonly problems: readonly Problem[];
  readonly history: History;
  readonly sidecar: Sidecar;
}

export interface SelectionSlice {
  readonly selected: readonly StateId[];
  readonly selectedEdge: string | null;
  readonly selectionOrigin: Origin;
}

export interface Toast {
  readonly id: string;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  /** Id of a registered action and its label. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ViewSlice {
  readonly view: ViewMode;
  readonly theme: ThemeChoice;
  readonly paletteOpen: boolean;
  /** The outline stands where the palette else is. */
  readonly outlineOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly dock: DockTab | null;
  /** Who opened the dock wants the keyboard there; the panel takes it. */
  readonly dockFocus: boolean;
  /** Announced in the one polite live region. */
  readonly announcement: { readonly id: number; readonly text: string };
  readonly toasts: readonly Toast[];
  /** Which dialog is open; one at a time. */
  readonly dialog: Dialog | null;
  /** A state that asks for its name to be edited in place on the canvas. */
  readonly renaming: StateId | null;
  /** Moves the canvas: `fit` everything, the selected states, or `reveal` a state, and with `focus` puts the keyboard there. A new object each time. */
  readonly viewportRequest: { readonly kind: 'fit' } | { readonly kind: 'fit-selection' } | { readonly kind: 'reveal'; readonly state: StateId; readonly focus?: boolean } | null;
  /** Scrolls the code to a state although it is selected already, or to an offset. A new object each time. */
  readonly codeRequest: { readonly offset: number } | null;
}

/** What a search has found, in the order in which a person goes through it; the canvas rings it. */
export interface Found {
  readonly states: ReadonlySet<StateId>;
  readonly current: StateId | null;
}

/** How a big workflow is read. Which containers are closed lies in the sidecar. */
export interface ReadingSlice {
  /** The Map or Parallel whose inside alone is drawn. */
  readonly inside: StateId | null;
  readonly findOpen: boolean;
  /** What was searched for last; the search begins with it again. */
  readonly findText: string;
  readonly found: Found | null;
}

export type Dialog =
  | { readonly kind: 'command-palette' }
  /** `problem`: what was kept and cannot be opened, said where the way on is. */
  | { readonly kind: 'open'; readonly problem?: StorageProblem }
  | { readonly kind: 'export' }
  | { readonly kind: 'convert' }
  /** A new name, with every place that follows it. */
  | { readonly kind: 'rename-state'; readonly state: StateId }
  | { readonly kind: 'rename-variable'; readonly name?: string; readonly state?: StateId }
  /** JSONPath states as JSONata; null: the whole workflow. */
  | { readonly kind: 'to-jsonata'; readonly states: readonly StateId[] | null }
  | { readonly kind: 'picture' }
  | { readonly kind: 'connections' }
  | { readonly kind: 'connection'; readonly arn: string | null; readonly forState?: StateId; readonly preset?: string }
  | { readonly kind: 'host-mapping' }
  /** Asks what a state or an arrow is to be connected with, moved to, turned into: the way without dragging. */
  | { readonly kind: 'pick'; readonly what: 'add' | 'connect' | 'retarget' | 'arrows' | 'move' | 'turn' | 'remove-branch'; readonly field?: Pointer }
  /** The selected states under a name in the palette; with an id, another name for those kept there. */
  | { readonly kind: 'save-pattern'; readonly id?: string }
  /** The last result of a state as a saved test. */
  | { readonly kind: 'save-test'; readonly state: StateId }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'bridge' }
  | { readonly kind: 'curl'; readonly command: string }
  | { readonly kind: 'iam'; readonly tab?: 'policy' | 'trust' | 'connections' | 'check' | 'denial' | 'role' }
  | { readonly kind: 'settings' };

/** What a role lacks. `missing` null: a statement forbids it, and none can be added. */
export interface RoleRefusal {
  readonly hint: string;
  readonly missing: PolicyStatement | null;
}

export interface TestRun {
  readonly id: string;
  readonly state: StateId;
  readonly phase: 'running' | 'done' | 'stopped';
  readonly startedAt: number;
  readonly tookMs?: number;
  readonly request: TestStateRequest;
  readonly route: 'mock' | 'local' | 'bridge' | 'direct' | 'aws';
  /** What a test that runs waits for, as a sentence. */
  readonly waiting?: string;
  /** Of a test on AWS: where, and what AWS's support asks for. */
  readonly aws?: { readonly region: string; readonly endpoint?: string; readonly requestId?: string };
  /** The last answer of the other side, here or AWS, to the very same test. */
  readonly beside?: { readonly route: TestRun['route']; readonly outcome: TestStateOutcome };
  readonly outcome?: TestStateOutcome;
  /** The request as prepared, with origins, where the state is an HTTP task that got that far. */
  readonly prepared?: PreparedRequest;
  readonly exchange?: Exchange;
  /** What fetched the access token, where the connection needed one; masked. */
  readonly tokenExchange?: Exchange;
  /** Why the role under test may not do what the state does; nothing was sent. */
  readonly refusal?: RoleRefusal;
  /** State text, input, mock and connection it came from; another fingerprint now means stale. */
  readonly fingerprint: string;
  /** The definition was edited in the panel and is not in the document. */
  readonly edited?: true;
}

/** Another way to test a state than the engine of this page. It may say meanwhile what it waits for, and at the end what only it knows. */
export interface TestWay {
  readonly route: TestRun['route'];
  /** The request as this way takes it, from the one that is made for here. */
  readonly request: (here: TestStateRequest, entry: StateEntry) => TestStateRequest;
  readonly start: (run: TestRun, entry: StateEntry, tell: (part: Partial<TestRun>) => void) => TestHandle;
  /** The old run whose request is sent once more: the answer is as old as what that came from. */
  readonly again?: TestRun;
}

export interface TestSlice {
  /** Last run of each state. */
  readonly runs: { readonly [state: StateId]: TestRun };
  /** The finished ones of each state that the document still has, the newest first; in memory only, and never more than 20 of a state. */
  readonly pastRuns: { readonly [state: StateId]: readonly TestRun[] };
  /** States whose tests ask for `revealSecrets`. */
  readonly revealing: readonly StateId[];
  /** Which sample the inspector shows a state with; absent: the likeliest. */
  readonly sampleOf: { readonly [state: StateId]: string };
  /** Where *Start test* tests: with the engine of this page, or on AWS. */
  readonly testsOn: 'here' | 'aws';
  /** The state whose test on AWS was asked for and is not under way yet: the person may have to say where, and that they want it. */
  readonly awsAsked: StateId | null;
  /** What a person has allowed on AWS since the page was opened: workflow, place and what for. */
  readonly awsGrants: readonly string[];
}

/** What came of the saved tests; their text lies in the sidecar. */
export interface SavedTestsSlice {
  /** The last result of each test, by name. */
  readonly savedResults: ReadonlyMap<string, TestResult>;
  /** What they came from: another text now means stale. */
  readonly savedFrom: { readonly draftId: string; readonly text: string; readonly tests: string } | null;
  /** While tests run. */
  readonly savedProgress: { readonly done: number; readonly of: number } | null;
  /** By name of a state, how many of its tests failed; 0: all passed. */
  readonly savedMarks: ReadonlyMap<string, number>;
  /** Names of states that no test came by (also in part), while the canvas is asked to show them. */
  readonly uncovered: ReadonlySet<string> | null;
}

// A service asks the question and keeps the list, and services stand below the editor.
export type { ConsentAnswer, ConsentQuestion, SentEntry, SentNow };

export interface ConnectionsSlice {
  readonly connections: readonly Connection[];
  /** ARNs whose every secret is in memory: the others say "type it again". */
  readonly unlocked: readonly string[];
  /** ARNs whose secrets this browser keeps, encrypted; known once the tools are loaded. */
  readonly kept: readonly string[];
  readonly grants: readonly Grant[];
  readonly consent: ConsentQuestion | null;
  readonly sent: readonly SentEntry[];
}

export type BridgeStatus =
  | { readonly kind: 'checking' }
  | { readonly kind: 'connected'; readonly sandboxOrigin?: string; readonly version: string }
  | { readonly kind: 'absent'; readonly reason: 'no-token' | 'unreachable' | 'refused-token'; readonly message: string }
  | { readonly kind: 'mismatch'; readonly message: string };

export interface SessionSlice {
  readonly settings: Settings;
  readonly bridge: BridgeStatus;
  /** Autosave. `follower`: another tab writes this draft. */
  readonly saving: { readonly kind: 'saved'; readonly at: number } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly message: string } | { readonly kind: 'follower' };
  /** Set by the draft session while this tab follows another one. */
  readonly onTakeOver: (() => void) | null;
}

export interface Actions {
  /** Runs a command on a fresh tree. Returns null, or the reason, which is also announced. A `gesture` joins entries into one. */
  apply(command: Command, options?: { readonly gesture?: string; readonly origin?: Origin }): Refusal | null;
  /** Edits typed in Monaco; they speak of the current text. Typing groups end at a pause, a caret jump or a paste: the caller gives the gesture. */
  typeText(edits: readonly TextEdit[], gesture: string): void;
  undo(): void;
  redo(): void;
  /** The whole text anew, in a format whose reader is loaded: one undo step. */
  rewrite(text: string, format: Format, label: string): Refusal | null;
  open(document: { readonly text: string; readonly name: string; readonly format?: Format; readonly spelling?: FileSpelling; readonly sidecar?: Sidecar; readonly draftId?: string }): void;
  /** A new draft with one state. */
  openBlank(): void;
  renameDocument(name: string): void;

  select(states: readonly StateId[], origin: Origin): void;
  selectEdge(edge: string | null): void;

  setView(view: ViewMode): void;
  setTheme(theme: ThemeChoice): void;
  togglePalette(): void;
  showOutline(open: boolean): void;
  toggleInspector(): void;
  /** With `focus` the keyboard goes there too. */
  showDock(tab: DockTab | null, options?: { readonly focus?: boolean }): void;
  tookDockFocus(): void;
  announce(text: string): void;
  notify(toast: Omit<Toast, 'id'>): string;
  dismiss(toast: string): void;
  showDialog(dialog: Dialog | null): void;
  startRenaming(state: StateId | null): void;
  requestCode(request: NonNullable<ViewSlice['codeRequest']>): void;
  requestViewport(request: NonNullable<ViewSlice['viewportRequest']>): void;

  /** Closes containers to a card each, or opens them. */
  fold(states: readonly StateId[], folded: boolean): void;
  /** Draws only what is in this container; null: the whole workflow. */
  goInside(state: StateId | null): void;
  /** Selects a state and brings it into view, opening whatever hides it. */
  goTo(state: StateId, options?: { readonly focus?: boolean }): void;
  showFind(open: boolean): void;
  setFindText(text: string): void;
  setFound(found: Found | null): void;

  setInput(state: StateName, text: string): void;
  setVariables(state: StateName, text: string): void;
  /** The context object as typed; blank: one is made up. */
  setContext(state: StateName, text: string): void;
  setMock(state: StateName, mock: StateMock | null): void;
  setConditions(state: StateName, conditions: Conditions | null): void;
  /** Edits a state for its test alone; null: the test takes what is in the document. */
  setDefinition(state: StateName, draft: DefinitionDraft | null): void;
  /** At TRACE the next tests show what the connection added. Kept in memory only. */
  setRevealSecrets(state: StateId, on: boolean): void;
  setInspectionLevel(state: StateName, level: InspectionLevel): void;
  setHostMappings(mappings: readonly HostMapping[]): void;
  /** What `${Name}` stands for in tests. */
  setSubstitutions(values: Substitutions): void;

  /** Starts a test of the state with its remembered input; opens the panel. A run in flight for that state is stopped first. */
  /** `on`: where, other than as the switch stands. */
  startTest(state: StateId, on?: TestSlice['testsOn']): void;
  /** Starts it another way; whoever calls this has asked the person. */
  startTestBy(state: StateId, way: TestWay): void;
  /** The very request of an old run once more, by the engine of this page; an HTTP task asks before it sends, as ever. */
  runAgain(run: TestRun): void;
  setTestsOn(on: TestSlice['testsOn']): void;
  /** The test on AWS that was asked for is under way, or not wanted any more. */
  endAwsAsked(): void;
  allowOnAws(grants: readonly string[]): void;
  stopTest(state: StateId): void;
  /** The text of the tests file; null: there is none any more. */
  setTests(tests: string | null): void;
  /** Runs saved tests by name; null: all. Those under way are stopped first. Nothing is sent. */
  runSavedTests(names: readonly string[] | null): Promise<void>;
  stopSavedTests(): void;
  showUncovered(states: ReadonlySet<string> | null): void;
  /** What the inspector shows a state's data with: one of `samplesOf`. */
  chooseSample(state: StateId, source: string): void;
  /** A finished test's request with its secrets, for whoever looks at it now; never kept. The error is a sentence. */
  revealRequest(run: TestRun): Promise<Result<PreparedRequest, string>>;

  /** Secrets absent: those in memory stay. An `arn` not known before is a new connection. */
  saveConnection(connection: Connection, secrets?: ConnectionSecrets): void;
  /** With its secrets in memory and its grants. */
  removeConnection(arn: string): void;
  /** What only dialogs about connections need; loaded with the first of them. */
  connectionTools(): Promise<ConnectionTools>;
  /** Adds a starter's sample connection, unless the person has one of that ARN already. */
  offerConnection(connection: Connection, secrets: ConnectionSecrets): void;
  /** Fills in the public sample values of connections that came with a starter. */
  unlockSamples(): void;
  answerConsent(id: string, answer: ConsentAnswer): void;
  removeGrants(keys?: readonly Grant[]): void;
  /** One more line of the list of everything that left this machine: now, and of this workflow, unless it says otherwise. */
  recordSent(entry: SentNow): void;
  clearSent(): void;

  /** Changes what the person set, here and in their store. */
  changeSettings(change: (settings: Settings) => Settings): void;
  checkBridge(): Promise<void>;
  takeOver(): void;
}

export interface EditorState extends DocumentSlice, SelectionSlice, ViewSlice, ReadingSlice, TestSlice, SavedTestsSlice, ConnectionsSlice, SessionSlice {
  readonly actions: Actions;
}
