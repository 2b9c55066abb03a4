/// A part of the index: neighbouring words in the order of their bytes, each with the entries that
/// hold it. A search loads those whose words it needs.
///
/// Every word is four numbers and what they announce: how many bytes it shares with the word before
/// it, how many follow, those bytes; how many entries hold it, how many bytes these take, and those
/// bytes. An entry is one number: how far it stands behind the last, and below that, in four bits,
/// its relevance. Numbers are LEB128: seven bits a byte, the lowest first.
package struct WordShard: Sendable {
  package let firstWord: [UInt8]
  package let bytes: [UInt8]
}
