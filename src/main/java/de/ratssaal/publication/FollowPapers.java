package de.ratssaal.publication;

import de.ratssaal.document.FileAttached;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FilePublicityChanged;
import de.ratssaal.document.FileRemoved;
import de.ratssaal.document.FileRenamed;
import de.ratssaal.document.FileTextRead;
import de.ratssaal.document.Files;
import de.ratssaal.document.FilesArranged;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.ConsultationDropped;
import de.ratssaal.paper.ConsultationPlanned;
import de.ratssaal.paper.InquiryAnswered;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPutOnAgenda;
import de.ratssaal.paper.PaperReleased;
import de.ratssaal.paper.PaperTakenOffAgenda;
import de.ratssaal.paper.PaperWithdrawn;
import de.ratssaal.paper.TemplateChanged;
import org.springframework.stereotype.Component;

/** Publishes papers when they are released, with their files and their way, and takes back what was withdrawn. */
@Component
class FollowPapers {

    private final Publishing publishing;
    private final Meetings meetings;
    private final Files files;
    private final Access access;
    private final InTurn inTurn;

    FollowPapers(Publishing publishing, Meetings meetings, Files files, Access access, InTurn inTurn) {
        this.publishing = publishing;
        this.meetings = meetings;
        this.files = files;
        this.access = access;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(PaperReleased event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(InquiryAnswered event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(PaperWithdrawn event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(ConsultationPlanned event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(ConsultationDropped event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(PaperPutOnAgenda event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(PaperTakenOffAgenda event) {
        publish(event.paper());
        publish(event.meeting());
    }

    @AfterCommit
    void on(TemplateChanged event) {
        access.asSystem(Publishing.JOB, () -> publishing.namedOtherwise(event.body(), event.type()))
                .forEach(this::publish);
    }

    @AfterCommit
    void on(FileAttached event) {
        publish(event.owner());
    }

    @AfterCommit
    void on(FileRemoved event) {
        publish(event.owner());
    }

    @AfterCommit
    void on(FilePublicityChanged event) {
        publish(event.owner());
    }

    @AfterCommit
    void on(FileTextRead event) {
        event.files().stream()
                .flatMap(it -> files.publicContent(it).stream())
                .map(it -> it.file().owner())
                .distinct()
                .forEach(this::publish);
    }

    @AfterCommit
    void on(FileRenamed event) {
        publish(event.owner());
    }

    @AfterCommit
    void on(FilesArranged event) {
        publish(event.owner());
    }

    private void publish(FileOwner owner) {
        var paper = new PaperId(owner.id());
        var item = new AgendaItemId(owner.id());
        if (owner.equals(PaperFiles.owner(paper)) || owner.equals(AnswerFiles.owner(paper))) {
            publish(paper);
        } else if (owner.equals(AgendaItemFiles.owner(item))) {
            access.asSystem(Publishing.JOB, () -> meetings.meetingOf(item)).ifPresent(this::publish);
        }
    }

    private void publish(PaperId paper) {
        inTurn.publish(paper, publishing::publish);
    }

    private void publish(MeetingId meeting) {
        inTurn.publish(meeting, publishing::publish);
    }
}
