package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Membership;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.report.chargeback.Chargeback.OfMember;
import io.ledgerline.report.report.chargeback.Chargeback.OfProject;
import io.ledgerline.report.report.chargeback.Chargeback.OfUser;
import io.ledgerline.report.report.chargeback.Chargeback.OfWorkspace;
import io.ledgerline.report.report.chargeback.Roster.Who;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds a month up by workspace, project and user. Memory grows with those, not with events. The
 * order of what is added does not matter. Not safe for several threads.
 */
final class ChargebackTally {
  private final Directory directory;
  private final Roster roster;
  private final SortedMap<String, Site> sites = new TreeMap<>();
  private final SortedMap<Who, Part> users = new TreeMap<>();

  ChargebackTally(Directory directory) {
    this(directory, true);
  }

  /**
   * Nothing yet.
   *
   * @param everybody whether all of the directory is told; else only workspaces that were used, and
   *     their members, for a reader who sees a part of the usage
   */
  ChargebackTally(Directory directory, boolean everybody) {
    this.directory = directory;
    this.roster = new Roster(directory);
    if (everybody) {
      addEverybody();
    }
  }

  private void addEverybody() {
    for (Workspace workspace : directory.workspaces()) {
      if (!workspace.isDeleted()) {
        sites.computeIfAbsent(workspace.name(), name -> new Site());
      }
    }
    for (DirectoryUser user : directory.users()) {
      users.computeIfAbsent(Who.of(user), who -> new Part());
    }
  }

  /** Adds what was done in a place since the beginning, up to the month's end. */
  void everDone(PlaceSum use) {
    Stock stock = Stock.of(use);
    Calls ui = new Calls(BigDecimal.ZERO, use.last(ChargebackMeters.UI_CALLS));
    Calls sdk = new Calls(BigDecimal.ZERO, use.last(ChargebackMeters.SDK_CALLS));
    for (Part part : partsOf(Place.of(use))) {
      part.stock = part.stock.plus(stock);
      part.ui = part.ui.plus(ui);
      part.sdk = part.sdk.plus(sdk);
      part.seen(use.first());
    }
  }

  /** Adds the calls that were made in a place within the month. */
  void called(PlaceSum use) {
    Calls ui = new Calls(use.sum(ChargebackMeters.UI_CALLS), null);
    Calls sdk = new Calls(use.sum(ChargebackMeters.SDK_CALLS), null);
    for (Part part : partsOf(Place.of(use))) {
      part.ui = part.ui.plus(ui);
      part.sdk = part.sdk.plus(sdk);
    }
  }

  /**
   * Adds what the month's use of a place cost.
   *
   * @param cost null when nothing of it has a price
   */
  void cost(Place place, BigDecimal cost, Instant first) {
    for (Part part : partsOf(place)) {
      part.seen(first);
      if (cost != null) {
        part.cost = part.cost == null ? cost : part.cost.add(cost);
      }
    }
  }

  /** The parts that something of a place belongs to. */
  private List<Part> partsOf(Place place) {
    Spot spot = spot(place);
    List<Part> parts = new ArrayList<>();
    if (spot.who() != null) {
      parts.add(users.computeIfAbsent(spot.who(), w -> new Part()));
    }
    if (spot.workspace() != null) {
      Site site = sites.computeIfAbsent(spot.workspace(), n -> new Site());
      parts.add(site.all);
      if (spot.project() != null) {
        parts.add(site.projects.computeIfAbsent(spot.project(), p -> new Part()));
      }
      if (spot.who() != null) {
        parts.add(site.members.computeIfAbsent(spot.who(), w -> new Part()));
      }
    }
    return parts;
  }

  /** Which lines a place's use is in. */
  Spot spot(Place place) {
    String workspace = place.workspace();
    return new Spot(
        workspace == null
            ? null
            : directory.workspaceNamed(workspace).map(Workspace::name).orElse(workspace),
        place.project(),
        roster.of(place.principal()).orElse(null));
  }

  /** What it comes to. */
  Chargeback result() {
    List<OfWorkspace> workspaces = new ArrayList<>();
    sites.keySet().stream()
        .flatMap(name -> directory.workspaceNamed(name).stream())
        .flatMap(workspace -> directory.members(workspace).stream())
        .forEach(member -> users.computeIfAbsent(Who.of(member.user()), who -> new Part()));
    sites.forEach((name, site) -> workspaces.add(workspace(name, site)));
    List<OfUser> all = new ArrayList<>();
    users.forEach((who, part) -> all.add(user(who, part)));
    return new Chargeback(workspaces, all);
  }

  private OfWorkspace workspace(String name, Site site) {
    SortedMap<Who, Membership> memberships = new TreeMap<>();
    directory
        .workspaceNamed(name)
        .ifPresent(
            workspace ->
                directory
                    .members(workspace)
                    .forEach(member -> memberships.put(Who.of(member.user()), member)));
    SortedMap<Who, Part> members = new TreeMap<>(site.members);
    members.values().removeIf(part -> part.stock.isNone() && part.cost == null);
    memberships.keySet().forEach(who -> members.computeIfAbsent(who, w -> site.partOf(w)));
    List<OfMember> ofMembers = new ArrayList<>();
    members.forEach((who, part) -> ofMembers.add(member(who, memberships.get(who), part)));
    List<OfProject> projects = new ArrayList<>();
    site.projects.forEach(
        (project, part) -> projects.add(new OfProject(project, part.stock, part.cost)));
    return new OfWorkspace(name, site.all.stock, site.all.cost, ofMembers, projects);
  }

  private static OfMember member(Who who, Membership membership, Part part) {
    return new OfMember(
        who.id(),
        who.name(),
        who.email(),
        membership == null ? null : membership.role(),
        membership != null,
        part.stock,
        part.cost);
  }

  private static OfUser user(Who who, Part part) {
    DirectoryUser known = who.user();
    return new OfUser(
        who.id(),
        who.name(),
        who.email(),
        known == null ? null : known.organisation(),
        known == null ? part.first : known.createdAt(),
        known == null ? null : known.suspendedAt(),
        known == null ? null : known.deletedAt(),
        known != null,
        part.ui,
        part.sdk,
        part.stock,
        part.cost);
  }

  /** What one line adds up. */
  private static final class Part {
    private Stock stock = Stock.NONE;
    private Calls ui = Calls.NONE;
    private Calls sdk = Calls.NONE;
    private Instant first;
    private BigDecimal cost;

    void seen(Instant at) {
      first = first == null || at != null && at.isBefore(first) ? at : first;
    }
  }

  /** A workspace's parts. */
  private static final class Site {
    private final Part all = new Part();
    private final SortedMap<String, Part> projects = new TreeMap<>();
    private final SortedMap<Who, Part> members = new TreeMap<>();

    Part partOf(Who who) {
      return members.getOrDefault(who, new Part());
    }
  }
}
