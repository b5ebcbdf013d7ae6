import { checkCopy } from './check-copy.js'
import { measure } from './measure.js'
import { ratios, summarize } from './statistics.js'

/** A control outside of this says that the machine is too busy to tell. */
const CALM = { least: 0.9, most: 1.1 }
const ATTEMPTS = 3

/**
 * Runs blit against each peer of a scenario in turn, A B A B, after one run of each to warm up. First against itself:
 * where that is no draw, again.
 */
export async function compare({ scenario, workplace, blit, scale, pairs }) {
  const { folder } = workplace
  const setup = await scenario.prepare({ folder, scale, blit, workplace })
  const results = []
  for (const part of setup.parts ?? [setup]) {
    const contest = { folder, reset: () => setup.reset?.(), pairs: Math.max(pairs, part.minPairs ?? 0) }
    const ours = { name: 'blit', command: part.command }
    await warmUp(contest, ours)
    if (setup.source) checkCopy(setup.source, setup.destination)
    const control = await runControl(contest, ours)
    const peers = []
    for (const peer of part.peers) {
      await warmUp(contest, peer)
      const { runs, ratio } = await runPairs(contest, ours, peer)
      // The goals are for the full size.
      const goal = scale === 1 ? peer.goal : undefined
      const holds = goal === undefined ? undefined : ratio.median <= goal
      peers.push({ name: peer.name, goal, holds, ratio, blit: runs[0], peer: runs[1] })
      say(peer.name, runs, ratio, goal)
    }

    results.push({ title: part.title ?? scenario.title, control, pairs: contest.pairs, peers })
  }

  return { id: scenario.id, title: scenario.title, parts: results, ...setup.facts?.() }
}

async function warmUp({ folder, reset }, { command }) {
  reset()
  await measure(command, folder)
}

async function runPairs({ folder, reset, pairs }, ours, theirs) {
  const measured = []
  for (let count = 0; count < pairs; count++) {
    const pair = []
    for (const { command } of [ours, theirs]) {
      reset()
      pair.push(await measure(command, folder))
    }

    measured.push(pair)
  }

  const runs = [0, 1].map((side) => summarize(measured.map((pair) => pair[side])))
  return { runs, ratio: ratios(measured) }
}

async function runControl(contest, ours) {
  for (let attempt = 1; ; attempt++) {
    const { runs, ratio } = await runPairs(contest, ours, ours)
    say('itself', runs, ratio)
    const calm = ratio.median >= CALM.least && ratio.median <= CALM.most
    if (calm || attempt === ATTEMPTS) return { ...ratio, calm, attempts: attempt }
    console.error('  too noisy: the same against itself is no draw. Again.')
  }
}

function say(name, [ours, theirs], ratio, goal) {
  const seconds = (/** @type {{ wallMs: number }} */ { wallMs }) => `${(wallMs / 1000).toFixed(3)} s`
  const verdict = goal === undefined ? '' : `  goal ${goal}${ratio.median <= goal ? '' : '  MISSED'}`
  const spread = `${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)}`
  console.error(
    `  against ${name.padEnd(22)} ${seconds(ours)} : ${seconds(theirs)}  ratio ${ratio.median.toFixed(2)} (${spread})${verdict}`,
  )
}
