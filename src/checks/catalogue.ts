import type { CheckRule } from './CheckRule.ts';
import { activityWithoutTimeout } from './catalogue/activityWithoutTimeout.ts';
import { backoffBelowOne } from './catalogue/backoffBelowOne.ts';
import { blankAroundExpression } from './catalogue/blankAroundExpression.ts';
import { busyLoop } from './catalogue/busyLoop.ts';
import { catchDropsInput } from './catalogue/catchDropsInput.ts';
import { choiceAlwaysTrue } from './catalogue/choiceAlwaysTrue.ts';
import { choiceEmptyGroup } from './catalogue/choiceEmptyGroup.ts';
import { choiceNestedNext } from './catalogue/choiceNestedNext.ts';
import { choiceNeverTrue } from './catalogue/choiceNeverTrue.ts';
import { choiceOneWay } from './catalogue/choiceOneWay.ts';
import { choiceOperator } from './catalogue/choiceOperator.ts';
import { choiceSeveralOperators } from './catalogue/choiceSeveralOperators.ts';
import { choiceTimestamp } from './catalogue/choiceTimestamp.ts';
import { choiceWrongType } from './catalogue/choiceWrongType.ts';
import { contextPath } from './catalogue/contextPath.ts';
import { deprecatedIterator } from './catalogue/deprecatedIterator.ts';
import { deprecatedMapParameters } from './catalogue/deprecatedMapParameters.ts';
import { distributedFieldInline } from './catalogue/distributedFieldInline.ts';
import { distributedWithoutType } from './catalogue/distributedWithoutType.ts';
import { expressChild } from './catalogue/expressChild.ts';
import { expressionSyntax } from './catalogue/expressionSyntax.ts';
import { failReservedError } from './catalogue/failReservedError.ts';
import { fifoWithoutGroup } from './catalogue/fifoWithoutGroup.ts';
import { fixedExecutionName } from './catalogue/fixedExecutionName.ts';
import { fixedTimestamp } from './catalogue/fixedTimestamp.ts';
import { hardCodedSecret } from './catalogue/hardCodedSecret.ts';
import { heartbeatNotBelowTimeout } from './catalogue/heartbeatNotBelowTimeout.ts';
import { heartbeatUnheard } from './catalogue/heartbeatUnheard.ts';
import { httpStatusWildcard } from './catalogue/httpStatusWildcard.ts';
import { inlineConcurrency } from './catalogue/inlineConcurrency.ts';
import { intrinsicArguments } from './catalogue/intrinsicArguments.ts';
import { intrinsicInJsonata } from './catalogue/intrinsicInJsonata.ts';
import { itemReaderConfig } from './catalogue/itemReaderConfig.ts';
import { itemSelectorWholeInput } from './catalogue/itemSelectorWholeInput.ts';
import { itemsNotAList } from './catalogue/itemsNotAList.ts';
import { jitterStrategy } from './catalogue/jitterStrategy.ts';
import { jobWithoutTimeout } from './catalogue/jobWithoutTimeout.ts';
import { jsonataEval } from './catalogue/jsonataEval.ts';
import { jsonataInJsonpath } from './catalogue/jsonataInJsonpath.ts';
import { jsonataUnknownFunction } from './catalogue/jsonataUnknownFunction.ts';
import { jsonataWithoutRoot } from './catalogue/jsonataWithoutRoot.ts';
import { lambdaWithoutRetry } from './catalogue/lambdaWithoutRetry.ts';
import { literalOverPayload } from './catalogue/literalOverPayload.ts';
import { malformedArn } from './catalogue/malformedArn.ts';
import { mapItemOutsideMap } from './catalogue/mapItemOutsideMap.ts';
import { mapLabel } from './catalogue/mapLabel.ts';
import { maxDelayBelowInterval } from './catalogue/maxDelayBelowInterval.ts';
import { missingParameter } from './catalogue/missingParameter.ts';
import { mixedPartitions } from './catalogue/mixedPartitions.ts';
import { mixedRegions } from './catalogue/mixedRegions.ts';
import { nestedExecutionUnlinked } from './catalogue/nestedExecutionUnlinked.ts';
import { nestedMapConcurrency } from './catalogue/nestedMapConcurrency.ts';
import { nestedOutputAsText } from './catalogue/nestedOutputAsText.ts';
import { noEndState } from './catalogue/noEndState.ts';
import { noWayToEnd } from './catalogue/noWayToEnd.ts';
import { oddStateName } from './catalogue/oddStateName.ts';
import { parallelOfOne } from './catalogue/parallelOfOne.ts';
import { parameterCase } from './catalogue/parameterCase.ts';
import { passParametersIgnored } from './catalogue/passParametersIgnored.ts';
import { pathInResult } from './catalogue/pathInResult.ts';
import { pathNotInInput } from './catalogue/pathNotInInput.ts';
import { pathSyntax } from './catalogue/pathSyntax.ts';
import { pathWithoutSuffix } from './catalogue/pathWithoutSuffix.ts';
import { processorConfig } from './catalogue/processorConfig.ts';
import { resourcePattern } from './catalogue/resourcePattern.ts';
import { resultPathReference } from './catalogue/resultPathReference.ts';
import { retrierErrorNeverHappens } from './catalogue/retrierErrorNeverHappens.ts';
import { retrierField } from './catalogue/retrierField.ts';
import { retrierNumber } from './catalogue/retrierNumber.ts';
import { retrierWithoutAttempts } from './catalogue/retrierWithoutAttempts.ts';
import { s3WithoutBucket } from './catalogue/s3WithoutBucket.ts';
import { sdkActionCase } from './catalogue/sdkActionCase.ts';
import { selectorThenDropped } from './catalogue/selectorThenDropped.ts';
import { shadowedChoiceRule } from './catalogue/shadowedChoiceRule.ts';
import { shadowedHandler } from './catalogue/shadowedHandler.ts';
import { stateFieldCase } from './catalogue/stateFieldCase.ts';
import { statesMember } from './catalogue/statesMember.ts';
import { statesRuntimeHandled } from './catalogue/statesRuntimeHandled.ts';
import { stringMatchesWithoutStar } from './catalogue/stringMatchesWithoutStar.ts';
import { suffixInJsonata } from './catalogue/suffixInJsonata.ts';
import { timeoutRange } from './catalogue/timeoutRange.ts';
import { tokenNotPassed } from './catalogue/tokenNotPassed.ts';
import { tokenOutsideCallback } from './catalogue/tokenOutsideCallback.ts';
import { tokenWithoutTimeout } from './catalogue/tokenWithoutTimeout.ts';
import { toleratedFailureContradiction } from './catalogue/toleratedFailureContradiction.ts';
import { toleratedFailureRange } from './catalogue/toleratedFailureRange.ts';
import { toleratesAllFailures } from './catalogue/toleratesAllFailures.ts';
import { unknownAction } from './catalogue/unknownAction.ts';
import { unknownIntegration } from './catalogue/unknownIntegration.ts';
import { unknownMachineField } from './catalogue/unknownMachineField.ts';
import { unknownParameter } from './catalogue/unknownParameter.ts';
import { unknownStatesError } from './catalogue/unknownStatesError.ts';
import { variableMaybeUnassigned } from './catalogue/variableMaybeUnassigned.ts';
import { variableName } from './catalogue/variableName.ts';
import { variableNeverAssigned } from './catalogue/variableNeverAssigned.ts';
import { variableShadows } from './catalogue/variableShadows.ts';
import { variableUnused } from './catalogue/variableUnused.ts';
import { waitOverAYear } from './catalogue/waitOverAYear.ts';
import { waitRange } from './catalogue/waitRange.ts';
import { waitZero } from './catalogue/waitZero.ts';

/** Every rule that looks further than the shape of the machine. One file each, its test beside it. */
export const CATALOGUE: readonly CheckRule[] = [
  activityWithoutTimeout,
  backoffBelowOne,
  blankAroundExpression,
  busyLoop,
  catchDropsInput,
  choiceAlwaysTrue,
  choiceEmptyGroup,
  choiceNestedNext,
  choiceNeverTrue,
  choiceOneWay,
  choiceOperator,
  choiceSeveralOperators,
  choiceTimestamp,
  choiceWrongType,
  contextPath,
  deprecatedIterator,
  deprecatedMapParameters,
  distributedFieldInline,
  distributedWithoutType,
  expressChild,
  expressionSyntax,
  failReservedError,
  fifoWithoutGroup,
  fixedExecutionName,
  fixedTimestamp,
  hardCodedSecret,
  heartbeatNotBelowTimeout,
  heartbeatUnheard,
  httpStatusWildcard,
  inlineConcurrency,
  intrinsicArguments,
  intrinsicInJsonata,
  itemReaderConfig,
  itemSelectorWholeInput,
  itemsNotAList,
  jitterStrategy,
  jobWithoutTimeout,
  jsonataEval,
  jsonataInJsonpath,
  jsonataUnknownFunction,
  jsonataWithoutRoot,
  lambdaWithoutRetry,
  literalOverPayload,
  malformedArn,
  mapItemOutsideMap,
  mapLabel,
  maxDelayBelowInterval,
  missingParameter,
  mixedPartitions,
  mixedRegions,
  nestedExecutionUnlinked,
  nestedMapConcurrency,
  nestedOutputAsText,
  noEndState,
  noWayToEnd,
  oddStateName,
  parallelOfOne,
  parameterCase,
  passParametersIgnored,
  pathInResult,
  pathNotInInput,
  pathSyntax,
  pathWithoutSuffix,
  processorConfig,
  resourcePattern,
  resultPathReference,
  retrierErrorNeverHappens,
  retrierField,
  retrierNumber,
  retrierWithoutAttempts,
  s3WithoutBucket,
  sdkActionCase,
  selectorThenDropped,
  shadowedChoiceRule,
  shadowedHandler,
  stateFieldCase,
  statesMember,
  statesRuntimeHandled,
  stringMatchesWithoutStar,
  suffixInJsonata,
  timeoutRange,
  tokenNotPassed,
  tokenOutsideCallback,
  tokenWithoutTimeout,
  toleratedFailureContradiction,
  toleratedFailureRange,
  toleratesAllFailures,
  unknownAction,
  unknownIntegration,
  unknownMachineField,
  unknownParameter,
  unknownStatesError,
  variableMaybeUnassigned,
  variableName,
  variableNeverAssigned,
  variableShadows,
  variableUnused,
  waitOverAYear,
  waitRange,
  waitZero,
];
