package de.ratssaal.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import de.ratssaal.base.LanguageChosen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The frame around every view of the members' application: navigation, who is signed in, language and appearance.
 *
 * <p>A view comes into the navigation by {@code @Menu(title = "module.menu.key", order = …, icon = "calendar")}; the title
 * is a key of the message files, the icon one of {@link Symbol}. Entries that the person may not open are left out.
 */
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final String CONTENT = "rs-content";

    private final Main main = new Main();
    private final SideNav navigation = new SideNav();
    private boolean firstViewShown;

    MainLayout(
            ObjectProvider<CurrentUser> currentUser,
            ObjectProvider<FrameField> fields,
            Environment environment,
            ApplicationEventPublisher events) {
        addClassName("rs-frame");
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("base.frame.navigation")));
        main.setId(CONTENT);
        main.addClassName("rs-main");
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        addToDrawer(brand("rs-brand"), navigation());
        addToNavbar(skipLink(), toggle(), brand("rs-brand rs-brand-navbar"));
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            addToNavbar(demoBanner());
        }
        var user = currentUser.stream().flatMap(it -> it.shown().stream()).findFirst();
        if (user.isPresent()) {
            fields.orderedStream().forEach(it -> addToNavbar(it.make()));
        }
        addToNavbar(new FrameMenu(user.orElse(null), chosen -> events.publishEvent(new LanguageChosen(chosen))));
    }

    private Component skipLink() {
        var link = new Anchor("#" + CONTENT, getTranslation("base.frame.skip"));
        link.addClassName("rs-skip-link");
        link.setRouterIgnore(true);
        return link;
    }

    private Component toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("base.frame.toggle"));
        return toggle;
    }

    private static Component brand(String classNames) {
        var name = new Span("Ratssaal");
        name.addClassName("rs-brand-name");
        var mark = new Span();
        mark.addClassName("rs-brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var home = new Anchor("", mark, name);
        home.addClassNames(classNames.split(" "));
        return home;
    }

    private Component demoBanner() {
        var banner = new Div(Symbol.INFO.create(), new Span(getTranslation("base.frame.demo")));
        banner.addClassName("rs-demo-banner");
        banner.getElement().setAttribute("role", "note");
        return banner;
    }

    private Component navigation() {
        navigation.addClassName("rs-navigation");
        navigation.getElement().setAttribute("aria-label", getTranslation("base.frame.navigation"));
        MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(getTranslation(entry.title()), path(entry));
        item.setMatchNested(!path(entry).isEmpty());
        var icon = icon(entry.icon());
        if (icon != null) {
            item.setPrefixComponent(icon);
        }
        return item;
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    private static @Nullable Component icon(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return name.startsWith("vaadin:") ? new Icon(name) : Symbol.icon(name);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        if (isOverlay()) {
            setDrawerOpened(false);
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement before) {
        main.getElement().removeAllChildren();
    }

    /** Moves the focus to the new view, as a page load would, so that screen readers read on from there. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (firstViewShown) {
            main.getElement().executeJs("this.focus({preventScroll: true}); this.scrollIntoView({block: 'nearest'})");
        }
        firstViewShown = true;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().setAttribute("lang", getLocale().getLanguage());
    }
}
