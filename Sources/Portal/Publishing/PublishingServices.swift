/// Everything pages do with an institution's programs.
package struct PublishingServices: Sendable {
    package let read: ReadProgram
    package let list: ListPrograms
    package let edit: EditProgram
    package let publish: PublishProgram
    package let confirm: ConfirmPrograms
    package let tag: TagProgram
    package let findTags: FindTags
    package let links: ReadLinkChecks
    package let review: ReviewTags
    package let reviewInBulk: ReviewInBulk
    package let compareReadings: CompareReadings
    package let measureTagging: MeasureTagging
    package let clock: PortalClock
    /// Confirms by the link of a mail. `nil` without the portal's key.
    package var confirmByLink: ConfirmByLink?

    package init(_ desk: ProgramDesk, findOccupations: FindOccupations) {
        clock = desk.clock
        read = ReadProgram(desk: desk)
        list = ListPrograms(desk: desk)
        edit = EditProgram(desk: desk)
        publish = PublishProgram(desk: desk)
        confirm = ConfirmPrograms(desk: desk)
        tag = TagProgram(desk: desk)
        findTags = FindTags(catalogue: desk.catalogue, findOccupations: findOccupations)
        links = ReadLinkChecks(desk: desk)
        review = ReviewTags(desk: desk)
        reviewInBulk = ReviewInBulk(desk: desk)
        compareReadings = CompareReadings(desk: desk)
        measureTagging = MeasureTagging(desk: desk)
    }
}
