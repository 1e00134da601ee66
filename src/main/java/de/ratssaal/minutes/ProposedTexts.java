package de.ratssaal.minutes;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what is proposed where the secretariat wrote nothing yet. */
@Component
class ProposedTexts {

    private final ObjectProvider<ItemDraft> drafts;
    private final Access access;

    ProposedTexts(ObjectProvider<ItemDraft> drafts, Access access) {
        this.drafts = drafts;
        this.access = access;
    }

    /** @param written by the secretariat; an empty one was emptied on purpose and stays so */
    Map<TextBlock, WrittenText> with(MeetingId meeting, Map<TextBlock, WrittenText> written) {
        var proposed = access.asSystem(
                FactFinding.JOB,
                () -> drafts.stream()
                        .flatMap(it -> it.of(meeting).entrySet().stream())
                        .collect(Collectors.toMap(
                                Map.Entry<AgendaItemId, String>::getKey,
                                Map.Entry::getValue,
                                (one, other) -> one + "\n\n" + other)));
        var all = new HashMap<>(written);
        proposed.forEach((item, text) -> all.putIfAbsent(TextBlock.of(item), new WrittenText(text, 0, "")));
        return all;
    }
}
