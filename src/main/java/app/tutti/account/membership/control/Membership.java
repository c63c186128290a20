package app.tutti.account.membership.control;

import app.tutti.account.access.entity.NotAllowed;
import app.tutti.account.membership.entity.LinkState;
import app.tutti.account.membership.entity.OneTimeLink;
import app.tutti.account.membership.entity.PasswordReset;
import app.tutti.account.membership.entity.PersonInvite;
import app.tutti.account.people.control.Devices;
import app.tutti.account.people.control.Initials;
import app.tutti.account.people.control.LastSeen;
import app.tutti.account.people.control.People;
import app.tutti.account.people.control.PersonCache;
import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonRow;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.people.entity.Role;
import app.tutti.account.people.entity.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to this server, as its admins decide it; each change whole or not at all. */
@ApplicationScoped
@Transactional
public class Membership {
    @Inject
    People people;

    @Inject
    Links links;

    @Inject
    Devices devices;

    @Inject
    LastSeen lastSeen;

    @Inject
    PersonCache standings;

    public List<PersonRow> everybody() {
        Map<PersonId, OffsetDateTime> signedIn = devices.lastUsed();
        return people.all().stream()
                .map(person -> row(person.standing(), signedIn.get(person.id())))
                .toList();
    }

    private PersonRow row(PersonState standing, OffsetDateTime signedIn) {
        PersonId id = standing.identity().id();
        OffsetDateTime seen = lastSeen.of(id)
                .map(moment -> moment.atZone(ZoneId.systemDefault()).toOffsetDateTime())
                .orElse(signedIn);
        String name = standing.identity().name();
        return new PersonRow(
                id,
                name,
                Initials.of(name),
                standings.picture(id),
                standing.identity().role(),
                seen);
    }

    public Optional<PersonState> find(PersonId id) {
        return people.find(id).map(Person::standing);
    }

    public List<PersonInvite> openInvites() {
        return links.openInvites(OffsetDateTime.now());
    }

    public Token invite(Role role, String suggestedName, PersonId by) {
        Token token = Token.next();
        links.add(new PersonInvite(token, role, suggestedName, by, OffsetDateTime.now()));
        return token;
    }

    public void revokeInvite(UUID id) {
        links.invite(id).ifPresent(invite -> invite.revoke(OffsetDateTime.now()));
    }

    public <L extends OneTimeLink> Optional<L> find(Class<L> kind, Token token) {
        return links.find(kind, token);
    }

    /**
     * The new person, unless the link is not good any more.
     *
     * @throws NotAllowed when somebody has that name
     */
    public Optional<PersonState> accept(Token token, PersonName name, String passwordHash) {
        OffsetDateTime now = OffsetDateTime.now();
        people.lock();
        Optional<PersonInvite> invite = open(PersonInvite.class, token, now);
        if (invite.isPresent() && people.find(name).isPresent()) {
            throw new NotAllowed("account.name.taken");
        }
        return invite.map(link -> {
            link.use(now);
            Person person = new Person(name, link.getRole(), passwordHash, now);
            people.add(person);
            return person.standing();
        });
    }

    /** In place of those before. Empty when there is no such person. */
    public Optional<Token> reset(PersonId person, PersonId by) {
        OffsetDateTime now = OffsetDateTime.now();
        if (people.find(person).isEmpty()) {
            return Optional.empty();
        }
        links.resets(person).forEach(before -> before.revoke(now));
        Token token = Token.next();
        links.add(new PasswordReset(token, person, by, now));
        return Optional.of(token);
    }

    /** Whose password it is from now on; whoever was signed in as them is not any more. */
    public Optional<PersonState> chooseAgain(Token token, String passwordHash) {
        OffsetDateTime now = OffsetDateTime.now();
        return open(PasswordReset.class, token, now).flatMap(link -> {
            link.use(now);
            devices.forgetAll(link.person());
            Optional<Person> person = people.find(link.person());
            person.ifPresent(known -> known.changePassword(passwordHash));
            return person.map(Person::standing);
        });
    }

    /** @throws NotAllowed when nobody would be an admin any more */
    public void become(PersonId id, Role role) {
        people.lock();
        people.find(id).ifPresent(person -> {
            if (role != Role.ADMIN) {
                requireAnotherAdmin(person);
            }
            person.become(role);
        });
    }

    /** @throws NotAllowed when it is oneself or the last admin */
    public void remove(PersonId id, PersonId by) {
        if (id.equals(by)) {
            throw new NotAllowed("people.notOneself");
        }
        people.lock();
        people.find(id).ifPresent(person -> {
            requireAnotherAdmin(person);
            people.remove(person);
        });
    }

    private void requireAnotherAdmin(Person person) {
        boolean isAdmin = person.standing().identity().role() == Role.ADMIN;
        if (isAdmin && people.admins() < 2) {
            throw new NotAllowed("people.lastAdmin");
        }
    }

    private <L extends OneTimeLink> Optional<L> open(Class<L> kind, Token token, OffsetDateTime now) {
        return links.take(kind, token).filter(link -> link.state(now) == LinkState.OPEN);
    }
}
