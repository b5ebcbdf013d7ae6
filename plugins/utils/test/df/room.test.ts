import { expect } from 'chai'
import { roomTable } from '../../dist/df/room-table.js'
import { roomAt } from '../../dist/df/room.js'
import { memoryReach, rejection } from '../memory-reach.js'

describe('the room at a place', () => {
  it('is told by its endpoint', async () => {
    const places = memoryReach()
    places.a.putFile('f', 'x'.repeat(100))
    const totalBytes = places.a.capacityBytes
    expect(await roomAt('a://t/', places.reach)).to.deep.equal({
      target: 'a://t/',
      totalBytes,
      usedBytes: 100,
      freeBytes: totalBytes - 100,
      availableBytes: totalBytes - 100,
      usedPercent: 1,
      totalInodes: 1_000_000,
      usedInodes: 0,
      freeInodes: 1_000_000,
    })
    expect(places.openEndpoints()).to.equal(0)
  })

  it('is refused where the endpoint cannot tell', async () => {
    const places = memoryReach({ without: ['space'] })
    const error = await rejection(roomAt('a://t/', places.reach))
    expect(error).to.include({ code: 'E_USAGE', exit: 2 })
    expect(error).to.have.property('message', "a: cannot tell how much room there is at 'a://t/'")
    expect(places.openEndpoints()).to.equal(0)
  })

  it('is refused where nothing is there', async () => {
    const places = memoryReach()
    expect(await rejection(roomAt('a://t/none', places.reach))).to.include({ code: 'E_SOURCE_MISSING' })
  })

  it('S21: is a row of a table, safe to print', () => {
    const room = {
      target: 'a\u001Bb',
      totalBytes: 2e9,
      usedBytes: 1e9,
      freeBytes: 1e9,
      availableBytes: 5e8,
      usedPercent: 67,
      totalInodes: 1000,
      usedInodes: 10,
      freeInodes: 990,
    }
    expect(roomTable([room])).to.deep.equal([
      '   SIZE     USED  AVAILABLE  USE%  INODES  INODES USED  TARGET',
      String.raw`2.00 GB  1.00 GB     500 MB   67%   1,000           10  a\x1bb`,
    ])
    const { usedPercent: _, ...unknown } = { ...room, totalInodes: 0 }
    expect(roomTable([unknown])[1]).to.equal(
      String.raw`2.00 GB  1.00 GB     500 MB     -       -            -  a\x1bb`,
    )
  })
})
