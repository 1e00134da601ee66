package de.ratssaal.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What is next, what needs me, what is new: made of what the modules contribute. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
@Menu(title = "base.start", order = 0, icon = "home")
class StartView extends Composite<Div> implements HasDynamicTitle {

    StartView(ObjectProvider<StartCard> cards, ObjectProvider<CurrentUser> currentUser) {
        getContent().addClassName("rs-page");
        var name = currentUser.stream()
                .flatMap(it -> it.shown().stream())
                .map(CurrentUser.Shown::name)
                .findFirst();
        getContent()
                .add(new H1(name.map(it -> getTranslation("base.start.welcome-name", it))
                        .orElseGet(() -> getTranslation("base.start.welcome"))));
        var areas = new Div();
        areas.addClassName("rs-start");
        for (var area : StartCard.Area.values()) {
            areas.add(area(cards.stream()
                    .filter(it -> it.area() == area)
                    .sorted(Comparator.comparingInt(StartCard::order))
                    .toList()));
        }
        if (areas.getChildren().allMatch(it -> it.getChildren().findAny().isEmpty())) {
            areas.add(new Card(
                    getTranslation("base.start.empty.title"), new Div(getTranslation("base.start.empty.text"))));
        }
        getContent().add(areas);
    }

    private static Div area(List<StartCard> cards) {
        var area = new Div();
        area.addClassName("rs-start-area");
        cards.forEach(it -> it.card().ifPresent(area::add));
        return area;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.start");
    }
}
