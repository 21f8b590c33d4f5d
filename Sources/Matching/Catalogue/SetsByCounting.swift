extension PackedSets {
    /// The sets that rows describe: row `p` names the sets program `p` is in. A counting sort, which keeps programs ascending.
    /// - Parameters:
    ///   - ends: where each program's row ends in `rows`.
    init(rows: [UInt16], ends: [UInt32], setCount: Int) {
        var cursors = [UInt32](repeating: 0, count: setCount + 1)
        for set in rows { cursors[Int(set) + 1] += 1 }
        for set in 0..<setCount { cursors[set + 1] += cursors[set] }
        let firsts = cursors
        var lists = [UInt16](repeating: 0, count: rows.count)
        var at = 0
        for (program, end) in ends.enumerated() {
            while at < Int(end) {
                let set = Int(rows[at])
                lists[Int(cursors[set])] = UInt16(truncatingIfNeeded: program)
                cursors[set] += 1
                at += 1
            }
        }
        self.init(firsts: firsts, lists: lists, capacity: ends.count)
    }

    /// The sets that bits describe: program `p` is in set `s` when bit `s` of `bits[p]` is 1.
    init(bits: [UInt64], setCount: Int) {
        var firsts: [UInt32] = [0]
        var lists: [UInt16] = []
        for set in 0..<setCount {
            for (program, word) in bits.enumerated() where word >> UInt64(set) & 1 == 1 {
                lists.append(UInt16(truncatingIfNeeded: program))
            }
            firsts.append(UInt32(lists.count))
        }
        self.init(firsts: firsts, lists: lists, capacity: bits.count)
    }
}
