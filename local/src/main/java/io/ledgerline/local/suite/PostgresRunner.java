package io.ledgerline.local.suite;

import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The database server, a child process of the launcher without a JVM between them. */
record PostgresRunner(Parts parts, PartPorts partPorts, SuiteFolder folder) implements Runner {
  @Override
  public String name() {
    return PartName.POSTGRES.text();
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public String url() {
    return parts.describe().postgres().jdbcUrl();
  }

  @Override
  public List<Integer> ports() {
    return partPorts.of(PartName.POSTGRES);
  }

  @Override
  public Path log() {
    return folder.log(name());
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  /** Returns when it can be used. */
  @Override
  public Process start() throws IOException {
    parts.start(PartName.POSTGRES);
    return parts.postgresProcess();
  }

  @Override
  public Readiness readiness() {
    return Readiness.READY;
  }

  @Override
  public void stop(Process process) {
    parts.stop(PartName.POSTGRES);
  }
}
