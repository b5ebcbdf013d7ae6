import { expect } from 'chai'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { peerOwner } from '../../dist/access/peer-owner.js'
import { ownerIn, type Ends } from '../../dist/access/socket-table.js'

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n'
const row = (ends: string, uid: number, inode: number, state = '01'): string =>
  `${HEAD}  12: ${ends} ${state} 00000000:00000000 00:00000000 00000000 ${uid}        0 ${inode} 1 0000000000000000 20 4 30 10 -1\n`
const ends = (address: string): Ends => ({
  local: { address, port: 0xc350 },
  remote: { address, port: 9031 },
})
const IPV4 = '0100007F:C350 0100007F:2347'
const IPV6 = '00000000000000000000000001000000:C350 00000000000000000000000001000000:2347'
const MAPPED = '0000000000000000FFFF00000100007F:C350 0000000000000000FFFF00000100007F:2347'

describe('the owner of a socket on this machine', () => {
  it('is told by the row with the same two ends, of IPv4, IPv6 and one as the other', () => {
    expect(ownerIn(row(IPV4, 1000, 7), ends('127.0.0.1'))).to.equal(1000)
    expect(ownerIn(row(IPV4, 1000, 7), ends('::ffff:127.0.0.1'))).to.equal(1000)
    expect(ownerIn(row(MAPPED, 1001, 7), ends('127.0.0.1'))).to.equal(1001)
    expect(ownerIn(row(IPV6, 1002, 7), ends('::1'))).to.equal(1002)
    expect(ownerIn(row(IPV6, 1002, 7), ends('0:0::0:1'))).to.equal(1002)
  })

  it('is not told by the row of the other end, nor by that of another port', () => {
    const other = IPV4.split(' ').reverse().join(' ')
    expect(ownerIn(row(other, 1000, 7), ends('127.0.0.1'))).to.equal(undefined)
    expect(ownerIn(row(IPV4.replace('C350', 'C351'), 1000, 7), ends('127.0.0.1'))).to.equal(undefined)
    expect(ownerIn('', ends('127.0.0.1'))).to.equal(undefined)
  })

  it('S17: is not root because the socket was closed, and belongs to nobody any more', () => {
    for (const state of ['04', '05', '06', '08'])
      expect(ownerIn(row(IPV4, 0, 0, state), ends('127.0.0.1')), state).to.equal(undefined)
  })

  if (process.platform === 'linux') {
    for (const host of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      it(`is this user for a connection of this process to ${host}`, async () => {
        const server = createServer().listen(0, host.replace('::ffff:', ''))
        await once(server, 'listening')
        const { port } = server.address() as AddressInfo
        const client = connect(port, host)
        const [socket] = (await once(server, 'connection')) as [Socket]
        const found: Ends = {
          local: { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 },
          remote: { address: socket.localAddress ?? '', port: socket.localPort ?? 0 },
        }
        expect(await Promise.all([peerOwner(found), peerOwner(found)])).to.deep.equal([
          process.getuid?.(),
          process.getuid?.(),
        ])
        socket.resume()
        client.destroy()
        await once(socket, 'close')
        expect(await peerOwner(found)).to.equal(undefined)
        server.close()
      })
    }
  }
})
