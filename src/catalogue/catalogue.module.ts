import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AliasReviewsController } from './alias-reviews.controller.js';
import { AliasReviewsReader } from './alias-reviews.reader.js';
import { AliasReviewsService } from './alias-reviews.service.js';
import { ArtifactEntity } from './artifact.entity.js';
import { BenchmarkResultEntity } from './benchmark-result.entity.js';
import { BundledCatalogueEntity } from './bundled-catalogue.entity.js';
import { CatalogueExport } from './catalogue.export.js';
import { CatalogueSeed } from './catalogue.seed.js';
import { CatalogueWriter } from './catalogue.writer.js';
import { ComparisonReader } from './comparison.reader.js';
import { LicenceConclusionEntity } from './licence-conclusion.entity.js';
import { LicenceConclusionsService } from './licence-conclusions.service.js';
import { ReleaseAliasEntity } from './release-alias.entity.js';
import { ReleaseDetailReader } from './release-detail.reader.js';
import { ReleaseFactEntity } from './release-fact.entity.js';
import { ReleaseFactsController } from './release-facts.controller.js';
import { ReleaseFactsService } from './release-facts.service.js';
import { ReleaseRedirectEntity } from './release-redirect.entity.js';
import { ReleaseEntity } from './release.entity.js';
import { ReleasesController } from './releases.controller.js';
import { ReleasesReader } from './releases.reader.js';
import { ReleasesService } from './releases.service.js';
import { VendorDirectory } from './vendor-directory.js';
import { VendorEntity } from './vendor.entity.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsReader } from './vendors.reader.js';
import { VendorsService } from './vendors.service.js';

/** What the world has published. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      VendorEntity,
      ReleaseEntity,
      ReleaseRedirectEntity,
      ReleaseAliasEntity,
      ReleaseFactEntity,
      LicenceConclusionEntity,
      BenchmarkResultEntity,
      ArtifactEntity,
      BundledCatalogueEntity,
    ]),
  ],
  controllers: [VendorsController, ReleasesController, ReleaseFactsController, AliasReviewsController],
  providers: [
    VendorDirectory,
    CatalogueWriter,
    CatalogueExport,
    CatalogueSeed,
    VendorsReader,
    VendorsService,
    ReleasesReader,
    ReleaseDetailReader,
    ComparisonReader,
    ReleasesService,
    ReleaseFactsService,
    LicenceConclusionsService,
    AliasReviewsReader,
    AliasReviewsService,
  ],
  exports: [CatalogueWriter, CatalogueSeed, VendorsReader, ReleasesReader],
})
export class CatalogueModule {}
