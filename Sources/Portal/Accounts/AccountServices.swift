/// Everything pages and the command do with accounts.
package struct AccountServices: Sendable {
    package let sessions: Sessions
    package let signIn: SignIn
    package let passSecondFactor: PassSecondFactor
    package let enrol: EnrolSecondFactor
    package let makeRecoveryCodes: MakeRecoveryCodes
    package let invite: Invite
    package let acceptInvitation: AcceptInvitation
    package let requestPasswordReset: RequestPasswordReset
    package let resetPassword: ResetPassword
    package let changePassword: ChangePassword
    package let changeEmail: ChangeEmail
    package let changeProfile: ChangeProfile
    package let changeRole: ChangeRole
    package let suspend: Suspend
    package let erase: EraseAccount
    package let resetSecondFactor: ResetSecondFactor
    package let staff: ListStaff
    package let readLog: ReadAuditLog

    package init(_ desk: AccountDesk) {
        sessions = Sessions(desk: desk)
        signIn = SignIn(desk: desk)
        passSecondFactor = PassSecondFactor(desk: desk)
        enrol = EnrolSecondFactor(desk: desk)
        makeRecoveryCodes = MakeRecoveryCodes(desk: desk)
        invite = Invite(desk: desk)
        acceptInvitation = AcceptInvitation(desk: desk)
        requestPasswordReset = RequestPasswordReset(desk: desk)
        resetPassword = ResetPassword(desk: desk)
        changePassword = ChangePassword(desk: desk)
        changeEmail = ChangeEmail(desk: desk)
        changeProfile = ChangeProfile(desk: desk)
        changeRole = ChangeRole(desk: desk)
        suspend = Suspend(desk: desk)
        erase = EraseAccount(desk: desk)
        resetSecondFactor = ResetSecondFactor(desk: desk)
        staff = ListStaff(desk: desk)
        readLog = ReadAuditLog(desk: desk)
    }
}
