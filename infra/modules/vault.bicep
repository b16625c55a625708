// Secrets. The data key is not among what is deployed: it is made and put here by hand (docs/deploy.md), so that it stands in
// no template, no history and no deployment record, and no deployment can replace it.
param name string
param location string
param readerPrincipalId string
param administratorsGroupId string
@secure()
param databaseUrl string
@secure()
param databasePassword string
@secure()
param mailServer string
param logsId string

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: tenant().tenantId
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }

  resource url 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }

  resource password 'secrets' = {
    name: 'database-password'
    properties: { value: databasePassword }
  }

  // A secret cannot be empty, and the service reads a blank as no mail server.
  resource mail 'secrets' = {
    name: 'mail-server'
    properties: { value: empty(mailServer) ? ' ' : mailServer }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource officers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, administratorsGroupId, secretsOfficer)
  scope: vault
  properties: {
    roleDefinitionId: secretsOfficer
    principalId: administratorsGroupId
    principalType: 'Group'
  }
}

resource readings 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who-read-what'
  scope: vault
  properties: {
    workspaceId: logsId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
