package de.ratssaal.teller;

import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tellers of Lindenau's council: two groups and the treasury. Their key they make themselves: nobody else can. */
@Component
@Profile("demo")
class DemoTellers implements DemoContent {

    private static final int THRESHOLD = 2;

    private final NamingTellers naming;
    private final TellerStore store;
    private final Access access;

    DemoTellers(NamingTellers naming, TellerStore store, Access access) {
        this.naming = naming;
        this.store = store;
        this.access = access;
    }

    @Override
    public int order() {
        return 180;
    }

    @Override
    public void load() {
        if (store.current(DemoCity.COUNCIL).isPresent()) {
            return;
        }
        access.asSystem(
                "demo",
                () -> naming.name(
                        TellerSetId.next(),
                        DemoCity.COUNCIL,
                        List.of(DemoCity.councillor(1), DemoCity.councillor(27), DemoCity.TREASURER),
                        THRESHOLD));
    }
}
