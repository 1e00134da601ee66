package de.ratssaal.conduct;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The acts on the agenda as the minutes have them, also those that were taken back. */
@Component
class ActsInMinutes implements ItemCourse {

    private final ActStore store;
    private final Messages messages;

    ActsInMinutes(ActStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        var said = new HashMap<AgendaItemId, List<String>>();
        for (var act : store.of(meeting)) {
            var item = act.item();
            if (item != null) {
                said.computeIfAbsent(item, it -> new ArrayList<>()).add(text(act));
            }
        }
        return said;
    }

    @Override
    public List<String> withoutItem(MeetingId meeting, boolean publicOnly) {
        return store.of(meeting).stream()
                .filter(it -> it.item() == null)
                .map(this::text)
                .toList();
    }

    private String text(AgendaAct act) {
        var done =
                text("conduct.act." + act.kind() + (act.detail().isEmpty() ? "" : "-to"), act.number(), act.detail());
        var undoneFor = act.undoneFor();
        return undoneFor == null ? done : done + " " + text("conduct.undone", undoneFor);
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
