import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Serves what is on a stage to the browsers of this machine, and to nobody else.
package final class Server: Sendable {
  package let port: Int
  private let group: MultiThreadedEventLoopGroup
  private let listeners: [any Channel]

  /// Where the frame around the site stands.
  package var address: String { "http://localhost:\(port)/-/" }

  package enum Failure: Error, Equatable {
    /// Another program listens there.
    case taken
    /// The system lets nobody listen there, as a number below 1024 without being the administrator.
    case refused
    case other(String)
  }

  /// Listens on 127.0.0.1, and on ::1 where the machine has it, at one port; 0 is any that is free.
  package static func start(
    port: Int, showing stage: Stage
  ) async throws(Failure) -> Server {
    try await start(port: port, showing: stage, Connection.Limits())
  }

  static func start(
    port: Int, showing stage: Stage, _ limits: Connection.Limits
  ) async throws(Failure) -> Server {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let first = try await listener(group, "127.0.0.1", port, stage, limits)
      let chosen = first.localAddress?.port ?? port
      let second: (any Channel)?
      do {
        second = try await listener(group, "::1", chosen, stage, limits)
      } catch let error as IOError where error.errnoCode == EADDRINUSE && port != 0 {
        throw error
      } catch {
        // The machine has no such address, or somebody else a port that nobody asked for.
        second = nil
      }
      return Server(
        port: chosen, group: group, listeners: [first, second].compactMap(\.self))
    } catch {
      try? await group.shutdownGracefully()
      throw Failure(error)
    }
  }

  private init(port: Int, group: MultiThreadedEventLoopGroup, listeners: [any Channel]) {
    self.port = port
    self.group = group
    self.listeners = listeners
  }

  private static func listener(
    _ group: MultiThreadedEventLoopGroup, _ host: String, _ port: Int, _ stage: Stage,
    _ limits: Connection.Limits
  ) async throws -> any Channel {
    var decoding = NIOHTTPDecoderLimitConfiguration()
    decoding.maxHeaderFieldSize = 2 * Responder.longestTarget
    decoding.maxHeaderListSize = limits.headers
    decoding.maxHeaderFieldCount = 128
    let count = Count()
    return try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [decoding] channel in
        guard count.add(below: limits.connections) else { return channel.close() }
        channel.closeFuture.whenComplete { _ in count.remove() }
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoding)
          let port = channel.localAddress?.port ?? port
          try pipeline.addHandler(
            Connection(Responder(hosts: HostNames(port: port)), stage, limits))
        }
      }
      .bind(host: host, port: port).get()
  }

  /// Closes all connections.
  package func stop() async {
    for listener in listeners { try? await listener.close() }
    try? await group.shutdownGracefully()
  }
}

/// How many connections are open.
private final class Count: Sendable {
  private let number = Mutex(0)

  func add(below limit: Int) -> Bool {
    number.withLock { number in
      guard number < limit else { return false }
      number += 1
      return true
    }
  }

  func remove() { number.withLock { $0 -= 1 } }
}

extension Server.Failure {
  fileprivate init(_ error: any Error) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self = .taken
    case EACCES: self = .refused
    default: self = .other("\(error)")
    }
  }
}
