import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers the requests of one connection, one after the other.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let responder: Responder
  private let stage: Stage
  private let limits: Limits
  private var head: HTTPRequestHead?
  private var bodySize = 0
  /// When the connection ends unless something has happened.
  private var deadline: Scheduled<Void>?
  private var seat: Int?
  private var pulse: RepeatedTask?

  /// How long and how much the server bears.
  struct Limits: Sendable {
    /// From one answer, or the start, to the end of the next request.
    var request = TimeAmount.seconds(30)
    /// From a request to the end of its answer.
    var answer = TimeAmount.minutes(5)
    /// Between signs of life to those who listen.
    var pulse = TimeAmount.seconds(15)
    /// What comes with a request is not read, but for this much.
    var body = 65_536
    /// All headers of a request.
    var headers = 32_768
    var connections = 128
  }

  init(_ responder: Responder, _ stage: Stage, _ limits: Limits) {
    self.responder = responder
    self.stage = stage
    self.limits = limits
  }

  func channelActive(context: ChannelHandlerContext) {
    expect(within: limits.request, context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    pulse?.cancel()
    if let seat { stage.leave(seat) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      bodySize = 0
    case .body(let bytes):
      bodySize += bytes.readableBytes
      if bodySize > limits.body { context.close(promise: nil) }
    case .end:
      guard let head else { return }
      self.head = nil
      answer(head, context)
    }
  }

  private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  /// Pages are made beside the event loop, which goes on serving others.
  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    expect(within: limits.answer, context)
    let request = Request(head)
    let (responder, stage) = (responder, stage)
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    let connection = NIOLoopBound(self, eventLoop: context.value.eventLoop)
    NIOThreadPool.singleton.runIfActive(eventLoop: context.value.eventLoop) {
      responder.reply(to: request, showing: stage.scene)
    }.whenComplete { reply in
      guard context.value.channel.isActive else { return }
      switch reply {
      case .success(.response(let response)):
        connection.value.write(response, to: head, context.value)
      case .success(.events):
        connection.value.listen(head, context.value)
      case .failure:
        context.value.close(promise: nil)
      }
    }
  }

  private func write(
    _ response: Response, to request: HTTPRequestHead, _ context: ChannelHandlerContext
  ) {
    var head = response.head(version: request.version)
    if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD, !response.body.isEmpty {
      let bytes = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    }
    let connection = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      let (connection, context) = connection.value
      guard request.isKeepAlive else { return context.close(promise: nil) }
      // The next request may be on its way through the answer already.
      if connection.head == nil { connection.expect(within: connection.limits.request, context) }
    }
  }

  /// Tells of each scene, for as long as somebody listens.
  private func listen(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let start = Response(
      200,
      [("Content-Type", "text/event-stream"), ("Content-Security-Policy", Policy.frame)], [])
    var head = HTTPResponseHead(version: request.version, status: .ok)
    head.headers = HTTPHeaders(start.headers)
    context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    guard request.method != .HEAD else {
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      return context.close(promise: nil)
    }
    let channel = context.channel
    @Sendable func send(_ text: [UInt8]) {
      channel.eventLoop.execute {
        // Who takes nothing in any more is let go.
        guard channel.isWritable else { return channel.close(promise: nil) }
        let bytes = channel.allocator.buffer(bytes: text)
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
      }
    }
    seat = stage.enter { send($0.event) }
    pulse = context.eventLoop.scheduleRepeatedTask(
      initialDelay: limits.pulse, delay: limits.pulse
    ) { _ in send(Array(":\n\n".utf8)) }
  }
}

extension Request {
  fileprivate init(_ head: HTTPRequestHead) {
    self.init(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { ($0.name, $0.value) })
  }
}

extension Response {
  fileprivate func head(version: HTTPVersion) -> HTTPResponseHead {
    var fields = HTTPHeaders(headers)
    // Of what has not changed, the length is that of nothing.
    if status != 304 { fields.add(name: "Content-Length", value: String(body.count)) }
    return HTTPResponseHead(
      version: version, status: HTTPResponseStatus(statusCode: status), headers: fields)
  }
}
