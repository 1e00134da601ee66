package de.ratssaal.conflict;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.search.German;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member writes down for themselves. It is no act towards anybody: no log holds it. */
@Service
@Transactional
public class OwnInterests {

    /** Longest entry, in characters. */
    public static final int LONGEST = 200;

    private static final int MOST = 100;

    private final ConflictStore store;
    private final German german;
    private final Access access;
    private final Clock clock;

    OwnInterests(ConflictStore store, German german, Access access, Clock clock) {
        this.store = store;
        this.german = german;
        this.access = access;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Interest> mine() {
        return store.of(access.requirePerson());
    }

    /**
     * Writes something down. Sent again, it changes nothing.
     *
     * @throws Refusal if it holds no word that can be looked for, is too long, or there are too many
     */
    public void write(InterestId id, InterestKind kind, String words) {
        var person = access.requirePerson();
        var said = words.strip();
        if (said.length() > LONGEST) {
            throw new Refusal("conflict.words-too-long", LONGEST);
        }
        if (!Sought.of(german, kind, said).isSomething()) {
            throw new Refusal("conflict.words-missing");
        }
        if (store.of(person).size() >= MOST) {
            throw new Refusal("conflict.too-many", MOST);
        }
        store.add(person, new Interest(id, kind, said), clock.instant());
    }

    /** Takes it away for good. Sent again, it changes nothing. */
    public void erase(InterestId id) {
        store.remove(access.requirePerson(), id);
    }

    /** What was found on an item is no conflict; it is not shown there again. */
    public void setAside(AgendaItemId item, InterestId id) {
        store.setAside(access.requirePerson(), item, id);
    }
}
