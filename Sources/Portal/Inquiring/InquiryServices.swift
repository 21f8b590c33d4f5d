/// Everything pages and the command do with inquiries.
package struct InquiryServices: Sendable {
    package let write: WriteInquiry
    package let confirm: ConfirmInquiry
    package let follow: FollowInquiry
    package let answer: AnswerInquiry
    package let routing: SetRouting
    package let remind: RemindOffices
    package let receive: ReceiveReply
    package let clock: PortalClock

    package init(_ desk: InquiryDesk) {
        write = WriteInquiry(desk: desk)
        confirm = ConfirmInquiry(desk: desk)
        follow = FollowInquiry(desk: desk)
        answer = AnswerInquiry(desk: desk)
        routing = SetRouting(desk: desk)
        remind = RemindOffices(desk: desk)
        receive = ReceiveReply(desk: desk)
        clock = desk.clock
    }
}
