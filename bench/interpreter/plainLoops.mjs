// The machines of the benchmark as somebody would write them by hand: a loop over the states of the definition that does what they
// say and nothing else - no history, no limits, no errors, no language. What is left is the work itself.

function passChain({ StartAt, States }) {
  return (input) => {
    let data = input;
    for (let name = StartAt; name !== undefined; name = States[name].Next) {
      const { Result, Parameters } = States[name];
      data = Result === undefined ? { id: data.id, last: data.last, seen: Parameters.seen } : { ...data, last: Result };
    }
    return data;
  };
}

function passChainJsonata({ StartAt, States }) {
  return (input) => {
    let data = input;
    for (let name = StartAt; name !== undefined; name = States[name].Next) {
      const { Output } = States[name];
      data = Output.seen === undefined ? { id: data.id, last: Output.last } : { id: data.id, last: data.last, seen: Output.seen };
    }
    return data;
  };
}

function choiceLoop({ StartAt, States }) {
  return () => {
    let data = {};
    for (let name = StartAt; ; ) {
      const state = States[name];
      if (state.Type === 'Succeed') return data;
      if (state.Type === 'Choice') name = data.count < state.Choices[0].NumericLessThan ? state.Choices[0].Next : state.Default;
      else {
        data = { count: name === StartAt ? state.Parameters.count : data.count + 1 };
        name = state.Next;
      }
    }
  };
}

function choiceLoopJsonata({ StartAt, States }) {
  const most = Number(/< (\d+)/.exec(States.More.Choices[0].Condition)[1]);
  return () => {
    let variables = {};
    for (let name = StartAt; ; ) {
      const state = States[name];
      if (state.Type === 'Succeed') return { count: variables.count };
      if (state.Type === 'Choice') {
        const goesOn = variables.count < most;
        if (goesOn) variables = { ...variables, count: variables.count + 1 };
        name = goesOn ? state.Choices[0].Next : state.Default;
      } else {
        if (state.Assign !== undefined) variables = { ...variables, count: state.Assign.count };
        name = state.Next;
      }
    }
  };
}

/** By the name of the case. */
export const plainLoops = { 'pass-chain-1000': passChain, 'pass-chain-1000.jsonata': passChainJsonata, 'choice-loop-1000': choiceLoop, 'choice-loop-1000.jsonata': choiceLoopJsonata };
