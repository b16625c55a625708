// Everything that one organisation's bot needs in Azure, in one resource group. Deployed twice: first without `image`, which
// makes the registry and the vault; then with it, once the image is in the registry and the data key in the vault.
// docs/deploy.md goes through it step by step.

@description('Begins every name. Small letters and digits, so that it fits all of them.')
@minLength(4)
@maxLength(12)
param resourceBaseName string

@description('Where it runs and where the data lie. UK South keeps both in the United Kingdom.')
param location string = 'uksouth'

@description('Image of the service, such as <registry>/can-i-post:1.0.0. Empty at the first deployment, when there is no registry yet.')
param image string = ''

@description('Password of the database owner, 20 characters or more, letters and digits only: it stands in an address.')
@secure()
@minLength(20)
param databasePassword string

@description('Object id of the group whose members may read and write the secrets of the vault.')
param administratorsGroupId string

@description('Entra tenants whose members may use the bot, separated by commas.')
param allowedTenants string = tenant().tenantId

@description('The app id of appPackage/manifest.json, for links that open inside Teams.')
param teamsAppId string = ''

@description('Client id of the registration that the tab signs people in with. Empty: the tab shows the policy and nothing else.')
param tabClientId string = ''

@description('Own host name of the service, such as bot.example.org. Empty: the name that Azure gives.')
param hostName string = ''

@description('"smtps://user:password@host:465" for alerts that Teams cannot bring; empty for none.')
@secure()
param mailServer string = ''

@description('The sender of such e-mails.')
param mailFrom string = ''

@description('The id of the caseworkers\' own channel, for alerts that reach nobody\'s chat; empty for none.')
param caseworkChannel string = ''

@description('Alerts that reach nobody\'s chat also go to the activity feed. The tab\'s registration needs TeamsActivity.Send for that (docs/deploy.md).')
@allowed(['on', 'off'])
param activityFeed string = 'off'

@description('Whom to e-mail when the service is down or errors pile up.')
param operatorsEmail string

@description('Size of the database server.')
param databaseSku string = 'Standard_B2s'

@allowed(['Burstable', 'GeneralPurpose'])
param databaseTier string = 'Burstable'

@description('A second database server in another zone, ready to take over. Not possible with the Burstable tier.')
param databaseStandby bool = false

@minValue(1)
param minReplicas int = 2

@description('Each replica holds up to ten database connections.')
@maxValue(30)
param maxReplicas int = 6

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: resourceBaseName
    location: location
    operatorsEmail: operatorsEmail
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: resourceBaseName
    location: location
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: resourceBaseName
    location: location
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: resourceBaseName
    location: location
    pullerPrincipalId: identity.outputs.principalId
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: resourceBaseName
    location: location
    password: databasePassword
    sku: databaseSku
    tier: databaseTier
    standby: databaseStandby
    subnetId: network.outputs.databaseSubnetId
    privateDnsZoneId: network.outputs.databaseZoneId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: resourceBaseName
    location: location
    readerPrincipalId: identity.outputs.principalId
    administratorsGroupId: administratorsGroupId
    databaseUrl: 'postgres://${database.outputs.owner}:${databasePassword}@${database.outputs.host}/${database.outputs.name}?sslmode=verify-full'
    databasePassword: databasePassword
    mailServer: mailServer
    logsId: monitoring.outputs.logsId
  }
}

module app 'modules/app.bicep' = if (!empty(image)) {
  name: 'app'
  params: {
    name: resourceBaseName
    location: location
    image: image
    registryServer: registry.outputs.server
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    allowedTenants: allowedTenants
    teamsAppId: teamsAppId
    tabClientId: tabClientId
    caseworkChannel: caseworkChannel
    activityFeed: activityFeed
    hostName: hostName
    vaultUri: vault.outputs.uri
    mailFrom: empty(mailServer) ? '' : mailFrom
    subnetId: network.outputs.appSubnetId
    logsName: monitoring.outputs.logsName
    operatorsId: monitoring.outputs.operatorsId
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = if (!empty(image)) {
  name: 'bot'
  params: {
    name: resourceBaseName
    host: app!.outputs.host
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

// Names that the Microsoft 365 Agents Toolkit writes into env/.env.<name>.
output BOT_ID string = identity.outputs.clientId
output TAB_DOMAIN string = empty(image) ? '' : app!.outputs.host
output TAB_ENDPOINT string = empty(image) ? '' : 'https://${app!.outputs.host}/tab'
output REGISTRY_NAME string = registry.outputs.name
output REGISTRY_SERVER string = registry.outputs.server
output VAULT_NAME string = vault.outputs.name
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
