package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.teller.Tellers;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A teller's own page: everything on it happens in their browser, with their share of the key. */
@Route(value = TellerLinks.MINE, layout = MainLayout.class)
@PermitAll
class OwnTellerView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final OwnCeremony own;
    private final Councils councils;
    private final ChangeNotices notices;
    private final @Nullable PersonId me;
    private final Div place = new Div();
    private @Nullable TellerPad pad;

    OwnTellerView(OwnCeremony own, Councils councils, ChangeNotices notices, Access access) {
        this.own = own;
        this.councils = councils;
        this.notices = notices;
        this.me = access.signedIn().map(SignedIn::person).orElse(null);
        getContent().addClassName("rs-page");
        place.addClassName("rs-part");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        var header = new PageHeader(getPageTitle(), getTranslation("teller.mine.subtitle"));
        if (me != null) {
            header.meta(own.organizations().stream().map(this::seat).toArray(Component[]::new));
        }
        getContent().add(header, place);
        look();
        if (me != null) {
            WhileShown.watch(this, ui -> notices.watch(Tellers.changesOf(me), () -> WhileShown.update(ui, this::look)));
        }
    }

    private Component seat(OrganizationId organization) {
        return new Anchor(
                TellerLinks.of(organization),
                councils.organization(organization).name());
    }

    private void look() {
        if (pad != null) {
            pad.look();
            return;
        }
        place.removeAll();
        if (me == null || !own.isTeller()) {
            place.add(new EmptyState(
                    Symbol.KEY, getTranslation("teller.mine.none"), getTranslation("teller.mine.none-text")));
            return;
        }
        pad = new TellerPad(me);
        place.add(pad);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("teller.mine.title");
    }
}
