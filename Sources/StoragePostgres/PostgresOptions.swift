/// How a node uses its PostgreSQL server.
package struct PostgresOptions: Hashable, Sendable {
    /// The most connections this node holds, beside one that listens for announcements.
    package var connections: Int
    /// How many transactions may wait for a connection. One more is told at once that the database is busy.
    package var waiting: Int
    /// Seconds a transaction waits for a connection.
    package var waitingTime: Double
    /// Seconds a statement waits for a lock that another transaction holds.
    package var lockTime: Int
    /// Seconds one statement may take; 0 for any number.
    package var statementTime: Int
    /// Seconds to wait for the server to answer a new connection, where the address says nothing else.
    package var connectingTime: Int

    package init(
        connections: Int = 10, waiting: Int = 200, waitingTime: Double = 5, lockTime: Int = 10, statementTime: Int = 60,
        connectingTime: Int = 5
    ) {
        self.connections = connections
        self.waiting = waiting
        self.waitingTime = waitingTime
        self.lockTime = lockTime
        self.statementTime = statementTime
        self.connectingTime = connectingTime
    }
}
